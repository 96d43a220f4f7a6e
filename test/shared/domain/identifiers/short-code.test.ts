import { expect, it } from "vitest";
import { formatShortCode, shortCodeOf, shortCodeSchema } from "../../../../shared/domain/identifiers/short-code.ts";

it("takes sixty bits, all of them, in signs that cannot be mistaken", () => {
  expect(shortCodeOf(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0xff]))).toBe("00000000000F");
  expect(shortCodeOf(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]))).toBe("ZZZZZZZZZZZZ");
  expect(shortCodeOf(Uint8Array.from([0x80, 0, 0, 0, 0, 0, 0, 0]))).toBe("G00000000000");
  expect(formatShortCode("4F7K9M2CXR8D")).toBe("4F7K-9M2C-XR8D");
});

it("reads what people type: small letters, spaces, other dashes, O for 0, I and L for 1", () => {
  expect(shortCodeSchema.parse(" 4f7k–9m2c xr8d ")).toBe("4F7K9M2CXR8D");
  expect(shortCodeSchema.parse("oOil.0000_0000")).toBe("001100000000");
  for (const wrong of ["", "4F7K", "4F7K-9M2C-XR8U", "4F7K9M2CXR8DD", "x".repeat(61)])
    expect(shortCodeSchema.safeParse(wrong).error?.issues[0]?.message).toBe("link.code");
});
