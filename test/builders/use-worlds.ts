/** Worlds for the tests of one file: on parts that the worker shares, each test a world of its own that ends with it. */
import { beforeAll, onTestFinished } from "vitest";
import { type Seed, seed } from "./carry.ts";
import { openWorld, type World } from "./world.ts";
import { shareParts, type WorldParts } from "./world-parts.ts";

/** To be called once in a file; opens a seeded world for the test that calls the function returned. */
export function useWorlds(): (given?: Seed) => Promise<World> {
  let parts: WorldParts | undefined;
  beforeAll(async () => {
    parts = await shareParts();
  }, 120_000);
  return async (given) => {
    if (!parts) throw new Error("the parts are not open yet");
    const world = await openWorld(parts);
    onTestFinished(() => world.close());
    await seed(world, given);
    return world;
  };
}
