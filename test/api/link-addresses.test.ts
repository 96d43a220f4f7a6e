/** The employer's page at whatever mail gateways make of its address; everything else is where it was. */
import { beforeAll, describe, expect, it } from "vitest";
import { type FrontDoor, shareFrontDoor } from "./front-door.ts";

let door: FrontDoor;
beforeAll(async () => {
  door = await shareFrontDoor();
});

const credentials = "li_01KAPZ4T8W5D3R2Q7XN9M6C1YB.q3Jx0_0b9VtGmZ5sLr8YfKc2-nWdEuHa7TiPoBjX4vM";

describe.each(["GET", "HEAD"])("%s", (method) => {
  it.each([
    "/link",
    "/link/",
    `/link%23${credentials}`,
    `/link%2523${credentials}`,
    `/link/${credentials}`,
    "/link/a/b",
    "/LINK",
    "/link.",
    "/link%3E",
    "/link&amp;",
    "/link)",
    "/link%20",
    "//link",
  ])("%s gives the page", async (path) => {
    const response = await door.ask(method, path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.text.includes("Titian Kerja")).toBe(method === "GET");
  });

  it.each(["/links", "/linkx", "/nothing", "/"])("%s is no page", async (path) => {
    const response = await door.ask(method, path);
    expect(response.status).toBe(404);
    if (method === "GET") expect(response.json).toEqual({ message: "Not Found" });
  });
});
