// Runs in CloudFront, before a request for the console is looked up: the root and the bare name lead to the console, and a path
// without a dot is a room of it, which the one page shows. A file that is missing stays missing.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name
function handler(event) {
  const request = event.request;
  if (request.uri === "/" || request.uri === "/konsol") {
    return {
      statusCode: 302,
      statusDescription: "Found",
      headers: { location: { value: "/konsol/" }, "cache-control": { value: "no-store" } },
    };
  }
  const last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (!last.includes(".")) request.uri = "/konsol/index.html";
  return request;
}
