/** Every picture can be read: nothing lies outside or upon another text, whatever the figures; and its table says the same. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placementStatuses, waitingStatuses } from "../../../shared/domain/placements/statuses.ts";
import { pictureWords, standWords } from "../../../shared/messages/picture-words.ts";
import { stepWords } from "../../../shared/messages/status-words.ts";
import { bars } from "../../../shared/pictures/bars.ts";
import { funnel } from "../../../shared/pictures/funnel.ts";
import { figureText, fitted, textWidth } from "../../../shared/pictures/measure.ts";
import { processMap } from "../../../shared/pictures/process-map.ts";
import { processPath } from "../../../shared/pictures/process-path.ts";
import type { Picture, Shape } from "../../../shared/pictures/shapes.ts";
import { tableText } from "../../../shared/pictures/svg.ts";
import { target } from "../../../shared/pictures/target.ts";
import { runs } from "../../builders/runs.ts";

type Extent = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function extentOf(shape: Shape): Extent {
  switch (shape.kind) {
    case "rect":
      return { left: shape.x, right: shape.x + shape.width, top: shape.y, bottom: shape.y + shape.height };
    case "circle": {
      const [x, y] = shape.centre;
      return { left: x - shape.radius, right: x + shape.radius, top: y - shape.radius, bottom: y + shape.radius };
    }
    case "text": {
      const [x, y] = shape.at;
      const width = textWidth(shape.text, shape.size, shape.bold);
      const left = shape.anchor === "end" ? x - width : shape.anchor === "middle" ? x - width / 2 : x;
      return { left, right: left + width, top: y - shape.size * 0.8, bottom: y + shape.size * 0.22 };
    }
    default: {
      const points = shape.kind === "line" ? [shape.from, shape.to] : shape.points;
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    }
  }
}

const meet = (one: Extent, other: Extent): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function expectReadable(picture: Picture): void {
  const { width, height, shapes } = picture;
  for (const shape of shapes) {
    const extent = extentOf(shape);
    for (const side of Object.values(extent)) if (!Number.isFinite(side)) throw new Error(`no place: ${JSON.stringify(shape)}`);
    const within = extent.left >= 0 && extent.right <= width && extent.top >= 0 && extent.bottom <= height;
    if (!within) throw new Error(`outside: ${JSON.stringify(shape)}`);
  }
  const texts = shapes.filter((shape) => shape.kind === "text");
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1))
      if (meet(extentOf(one), extentOf(other))) throw new Error(`"${one.text}" lies upon "${other.text}"`);
  // A text stands in a box or beside a mark: it touches no ring and no end of a bar.
  const marks = shapes.filter((shape) => shape.kind === "circle" || (shape.kind === "path" && shape.closed));
  for (const text of texts)
    for (const mark of marks) if (meet(extentOf(text), extentOf(mark))) throw new Error(`"${text.text}" lies upon a mark`);
}

/** Every figure and word that is drawn, apart from names that had to be shortened. */
function expectInTable({ shapes, table }: Picture): void {
  const said = [table.caption, ...table.head, ...table.rows.flat()].join(" | ");
  const numbers = new Set(said.match(/\d[\d.,e]*/g) ?? []);
  for (const shape of shapes)
    if (shape.kind === "text" && !shape.label)
      for (const number of shape.text.match(/\d[\d.,e]*/g) ?? []) expect(numbers).toContain(number);
}

const languages = ["id", "en"] as const;
const widths = [312, 640] as const;
const words = fc.record({
  language: fc.constantFrom(...languages),
  title: fc.string(),
  width: fc.integer({ min: 240, max: 1200 }),
});
const figure = fc.oneof(
  fc.constantFrom(
    0,
    1,
    5,
    999_999_999,
    1e9,
    Number.MAX_SAFE_INTEGER,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    Number.NaN,
    -1,
    Infinity,
  ),
  fc.nat(),
  fc.double(),
);
const name = fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: "grapheme", maxLength: 40 }), fc.constant("Pemberi kerja"));
const maybe = fc.option(figure, { nil: undefined });

describe("whatever the figures", () => {
  const read = (picture: Picture): void => {
    expectReadable(picture);
    expect(tableText(picture)).not.toMatch(/NaN|Infinity|undefined/);
  };

  it("a funnel can be read", () => {
    const stages = fc.array(fc.record({ name, count: maybe }), { maxLength: 8 });
    fc.assert(
      fc.property(words, stages, (about, rows) => read(funnel(about, rows))),
      runs(500),
    );
  });

  it("bars can be read", () => {
    const steps = fc.array(fc.record({ name, median: maybe, p90: maybe, cases: maybe }), { maxLength: 8 });
    fc.assert(
      fc.property(words, steps, (about, rows) => read(bars(about, rows))),
      runs(500),
    );
  });

  it("promises can be read", () => {
    const pledges = fc.array(fc.record({ name, promised: figure, delivered: figure }), { maxLength: 8 });
    fc.assert(
      fc.property(words, pledges, (about, rows) => read(target(about, rows))),
      runs(500),
    );
  });
});

describe("wherever it stands", () => {
  const passed = fc.array(fc.constantFrom(...waitingStatuses), { maxLength: 12 });
  const spot = fc.record(
    { status: fc.constantFrom(...placementStatuses), passed, withoutCertificate: fc.boolean() },
    { requiredKeys: ["status", "passed"] },
  );

  it("the path of a placement can be read, wide and narrow", () => {
    fc.assert(
      fc.property(spot, fc.constantFrom(...languages), fc.constantFrom("wide", "narrow"), (where, language, layout) => {
        const picture = processPath({ ...where, language, layout });
        expectReadable(picture);
        if (picture.shapes.some(({ label }) => label !== undefined)) throw new Error("a name was shortened");
        const drawn = picture.shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
        // Step by step the name and the word of its stand, in the picture as in the table; nothing is drawn of what never was.
        expect(drawn).toEqual(picture.table.rows.flat().filter((text) => text !== standWords.never[language]));
      }),
      runs(500),
    );
  });

  it("the map can be read, and without a placement as well", () => {
    fc.assert(
      fc.property(fc.option(spot, { nil: undefined }), fc.constantFrom(...languages), (whereabouts, language) =>
        expectReadable(processMap({ language, ...(whereabouts && { whereabouts }) })),
      ),
      runs(500),
    );
  });
});

describe("the figures of a picture", () => {
  const stages = [
    { name: "Dimulai", count: 1240 },
    { name: "Bersertifikat", count: 903 },
    { name: "Ditempatkan", count: 214 },
    { name: "Masih bekerja", count: undefined },
  ];
  const steps = [
    { name: "Klien", median: 2.5, p90: 6, cases: 31 },
    { name: "Wawancara", median: undefined, p90: undefined, cases: 0 },
  ];
  const pledges = [
    { name: "PT Percontohan", promised: 40, delivered: 12 },
    { name: "PT Andai", promised: 8, delivered: 11 },
    { name: "Las Jaya", promised: 0, delivered: 2 },
  ];

  it.each(widths)("are those of its table, at %i px", (width) => {
    for (const language of languages) {
      const about = { language, width, title: "Contoh" };
      for (const picture of [funnel(about, stages), bars(about, steps), target(about, pledges)]) expectInTable(picture);
    }
  });

  it("stand in the table with what they are of", () => {
    const about = { language: "id", title: "Corong", width: 640 } as const;
    expect(funnel(about, stages).table.rows).toEqual([
      ["Dimulai", "1.240", "–", "–"],
      ["Bersertifikat", "903", "73%", "73%"],
      ["Ditempatkan", "214", "24%", "17%"],
      ["Masih bekerja", "tidak ditampilkan", "–", "–"],
    ]);
    expect(bars(about, steps).table.rows).toEqual([
      ["Klien", "2,5", "6", "31"],
      ["Wawancara", "–", "–", "0"],
    ]);
    expect(target(about, pledges).table.rows).toEqual([
      ["PT Percontohan", "40", "12", "30%", "kurang 28"],
      ["PT Andai", "8", "11", "138%", "✓ tercapai"],
      ["Las Jaya", "0", "2", "–", "tanpa janji"],
    ]);
  });

  it("say in a sentence within how many days nine in ten are done, and where the cases are too few for it", () => {
    const about = { language: "id", title: "Hari", width: 640 } as const;
    const picture = bars(about, [
      ...steps,
      { name: "Persetujuan", median: 0, p90: 0, cases: 12 },
      { name: "Mulai", median: 3, p90: undefined, cases: 2 },
    ]);
    const drawn = picture.shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
    expect(drawn.filter((text) => text.includes("9 dari 10"))).toEqual([
      "9 dari 10 dalam 6 hari",
      "9 dari 10 pada hari yang sama",
    ]);
    expect(picture.table.rows.at(-1)).toEqual(["Mulai", "3", "terlalu sedikit untuk dihitung", "2"]);
    expect(picture.description).toContain("Persetujuan: Median 0 hari, 9 dari 10 pada hari yang sama; Mulai: Median 3 hari.");
  });

  it("are as long as they are large", () => {
    const picture = funnel({ language: "en", title: "Funnel", width: 400 }, [
      { name: "All", count: 200 },
      { name: "Half", count: 100 },
      { name: "None", count: 0 },
    ]);
    const lengths = picture.shapes.flatMap((shape) => (shape.kind === "rect" && shape.fill === "accent" ? [shape.width] : []));
    expect(lengths).toEqual([400, 200]);
  });

  it("that are withheld have no length", () => {
    const about = { language: "en", title: "Funnel", width: 400 } as const;
    const shapesFor = (others: number) =>
      funnel(about, [
        { name: "All", count: others },
        { name: "Few", count: undefined },
      ]).shapes.slice(-1);
    expect(shapesFor(10)).toEqual(shapesFor(1000));
  });

  it.each([
    [123456.25, "123.456,3", "123,456.3"],
    [1234567, "1,2 jt", "1.2 m"],
    [0, "0", "0"],
    [-0.04, "0", "0"],
    [-3, "−3", "−3"],
    [1e12, "1,0e12", "1.0e12"],
    [undefined, "–", "–"],
    [Number.NaN, "–", "–"],
  ])("%s is written in the way of the language", (value, id, en) => {
    expect([figureText(value, "id"), figureText(value, "en")]).toEqual([id, en]);
  });
});

describe("a name", () => {
  it("is shortened to the room there is, and whole in the table and under the pointer", () => {
    const long = "PT Percontohan Teladan Nusantara Sejahtera Abadi Makmur Sentosa";
    const picture = target({ language: "id", title: "Janji", width: 312 }, [{ name: long, promised: 3, delivered: 1 }]);
    const shown = picture.shapes.find((shape) => shape.kind === "text" && shape.label === long);
    expect(shown).toMatchObject({ text: expect.stringMatching(/^PT .*…$/) });
    expect(picture.table.rows[0]?.[0]).toBe(long);
    expect(fitted("Klien", 200)).toBe("Klien");
  });
});

describe("the words of the pictures", () => {
  it("exist in both languages and are none that are not said", () => {
    const all = [stepWords, standWords, pictureWords].flatMap((list) => Object.values(list));
    for (const { id, en } of all) {
      expect(id).not.toBe("");
      expect(en).not.toBe("");
      expect(`${id} ${en}`).not.toMatch(/napi|mantan|WBP|tahan|pengawasan|lapas/i);
    }
  });
});
