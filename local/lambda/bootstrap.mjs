/**
 * What runs inside a function's process: takes invocations from the host's Runtime API and hands them to the handler of
 * the bundle. https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 * Arguments: the address of the Runtime API, how far the cloud's time is ahead of real time (ms), and a folder for V8's
 * compiled code, which makes later cold starts shorter.
 * Plain JavaScript without packages, so that a cold start loads nothing but the bundle.
 */
import { existsSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import Module, { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [api = "", firstOffset = "0", codeCache = ""] = process.argv.slice(2);
if (codeCache !== "") enableCompileCache(codeCache);
// It was for the C library at the start of the process; Lambda has no such variable.
delete process.env.MALLOC_ARENA_MAX;
const [address = "", secret = ""] = api.split("/");
const [hostname, port] = address.split(":");
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const parent = process.ppid;
const exit = process.exit.bind(process);

// A host that was killed leaves nobody to answer to. The terminal's Ctrl-C is the host's to handle.
setInterval(() => process.ppid !== parent && exit(0), 1000).unref();
process.on("SIGINT", () => {});

let offset = Number(firstOffset);
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
const now = () => realNow() + offset;
RealDate.now = now;
const CloudDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: (target) => new target(now()).toString(),
});
RealDate.prototype.constructor = CloudDate;
globalThis.Date = CloudDate;
// Without an argument, or with undefined, these take the moment from the machine and not from Date.
const formats = Intl.DateTimeFormat.prototype;
const formatOf = Object.getOwnPropertyDescriptor(formats, "format").get;
Object.defineProperty(formats, "format", {
  configurable: true,
  get() {
    const format = formatOf.call(this);
    return (date = now()) => format(date);
  },
});
const formatToParts = formats.formatToParts;
formats.formatToParts = function (date = now()) {
  return formatToParts.call(this, date);
};

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const outgoing = request(
      { hostname, port, agent, method, path: `/${secret}/2018-06-01/runtime/${path}`, headers },
      (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () =>
          resolve({ headers: answer.headers, status: answer.statusCode, body: Buffer.concat(parts).toString("utf8") }),
        );
        answer.on("error", reject);
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** The error as AWS's own runtime reports it. */
function describe(error) {
  if (error instanceof Error || (typeof error === "object" && error !== null && "message" in error)) {
    return JSON.stringify({
      errorType: String(error.name ?? "Error"),
      errorMessage: String(error.message),
      trace: String(error.stack ?? "").split("\n"),
    });
  }
  return JSON.stringify({ errorType: typeof error, errorMessage: String(error), trace: [] });
}

class RuntimeError extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

/**
 * Loads the bundle as Lambda does: `.mjs` as a module, `.js` as CommonJS unless a package.json in the bundle says
 * otherwise. (One further up, outside of the bundle, must not count: `cdk.out` lies inside a project.)
 */
async function load(root, found) {
  const description = join(root, "package.json");
  const isModule = existsSync(description) && JSON.parse(readFileSync(description, "utf8")).type === "module";
  if (found.endsWith(".mjs") || (found.endsWith(".js") && isModule)) return import(pathToFileURL(found).href);
  const module = new Module(found, null);
  module.filename = found;
  module.paths = Module._nodeModulePaths(root);
  module._compile(readFileSync(found, "utf8"), found, "commonjs");
  return module.exports;
}

async function loadHandler() {
  const [, file, path] = /^(.*?)\.([^/]*)$/.exec(process.env._HANDLER ?? "") ?? [];
  if (file === undefined) throw new RuntimeError("Runtime.MalformedHandlerName", "Bad handler");
  const root = process.env.LAMBDA_TASK_ROOT ?? "";
  const found = [".js", ".mjs", ".cjs"].map((extension) => join(root, file + extension)).find(existsSync);
  if (found === undefined) {
    throw new RuntimeError("Runtime.ImportModuleError", `Error: Cannot find module '${file}'`);
  }
  const module = await load(root, found);
  const handler = path.split(".").reduce((value, key) => value?.[key], module);
  if (handler === undefined)
    throw new RuntimeError("Runtime.HandlerNotFound", `${process.env._HANDLER} is undefined or not exported`);
  if (typeof handler !== "function")
    throw new RuntimeError("Runtime.HandlerNotFound", `${process.env._HANDLER} is not a function`);
  if (handler.length > 2) {
    throw new RuntimeError(
      "Runtime.CallbackHandlerDeprecated",
      "AWS Lambda has removed support for callback-based function handlers starting with Node.js 24.",
    );
  }
  return handler;
}

let current = "";
async function fail(name, error) {
  const report = new RuntimeError(name, String(error?.stack ?? error));
  await call("POST", current === "" ? "init/error" : `invocation/${current}/error`, describe(report)).catch(() => {});
  exit(1);
}
process.on("uncaughtException", (error) => fail("Runtime.UncaughtException", error));
process.on("unhandledRejection", (error) => fail("Runtime.UnhandledPromiseRejection", error));

let handler;
try {
  handler = await loadHandler();
} catch (error) {
  await call("POST", "init/error", describe(error)).catch(() => {});
  exit(1);
}

let served = 0;
for (;;) {
  const asked = call("GET", "invocation/next").catch(() => exit(0));
  // The host ends a process without warning, so what was compiled is kept once one invocation has shown what is needed: when its
  // response has gone out, which is when the host is asked for the next.
  if (served === 1 && codeCache !== "") setImmediate(flushCompileCache);
  const next = await asked;
  if (next.status !== 200) exit(0);
  current = String(next.headers["lambda-runtime-aws-request-id"]);
  const deadline = Number(next.headers["lambda-runtime-deadline-ms"]);
  offset = Number(next.headers["titian-clock-offset"]);
  const context = {
    awsRequestId: current,
    callbackWaitsForEmptyEventLoop: false,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: "$LATEST",
    invokedFunctionArn: String(next.headers["lambda-runtime-invoked-function-arn"]),
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => Math.max(0, deadline - realNow()),
  };
  try {
    const result = await handler(JSON.parse(next.body), context);
    let payload;
    try {
      payload = JSON.stringify(result ?? null) ?? "null";
    } catch {
      throw new RuntimeError("Runtime.MarshalError", "Unable to stringify response body");
    }
    await call("POST", `invocation/${current}/response`, payload).catch(() => exit(0));
  } catch (error) {
    await call("POST", `invocation/${current}/error`, describe(error)).catch(() => exit(0));
  }
  current = "";
  served += 1;
}
