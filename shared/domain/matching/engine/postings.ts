/**
 * Files vacancies under keys such that a client who holds none of a vacancy's keys cannot be eligible: its first unit where
 * units are demanded, else each scheme that is demanded, else each skill that a certificate must prove, else each skill, else
 * the key of everybody. A vacancy stands under few keys and a client holds few: their union is small.
 */
import { barOf, severalKeysBit } from "./bars.ts";
import type { NumberLists } from "./growing-numbers.ts";
import { regencyCount } from "./region-numbers.ts";

/** Keys as numbers: everybody's, then skills, certified skills, schemes, units. */
export type KeyNumbers = {
  readonly count: number;
  readonly ofEverybody: number;
  readonly ofSkill: (skill: number) => number;
  readonly ofCertifiedSkill: (skill: number) => number;
  readonly ofScheme: (scheme: number) => number;
  readonly ofUnit: (unit: number) => number;
};

export function keyNumbers(skills: number, schemes: number, units: number): KeyNumbers {
  return {
    count: 1 + 2 * skills + schemes + units,
    ofEverybody: 0,
    ofSkill: (skill) => 1 + skill,
    ofCertifiedSkill: (skill) => 1 + skills + skill,
    ofScheme: (scheme) => 1 + 2 * skills + scheme,
    ofUnit: (unit) => 1 + 2 * skills + schemes + unit,
  };
}

/** Vacancies under their keys in one order. */
export type PostingOrder = {
  /** Where the vacancies of each key and regency begin; one more at the end. */
  readonly bucket: Int32Array;
  readonly list: Int32Array;
  /** The bars of the vacancies in `list`, so that a search reads them in a row. */
  readonly bars: Int32Array;
};

export type Postings = {
  /** Bucket `key * regencyCount + regency`: the vacancies of a key in a province, or in the country, lie together. */
  readonly byKey: PostingOrder;
  /** Bucket `regency * keys + key`: all that a search at home reads lies together. */
  readonly byRegency: PostingOrder;
  /** 1 for each key under which some vacancy stands. */
  readonly filed: Uint8Array;
  /** The keys of each vacancy. */
  readonly keysOf: NumberLists;
};

type Filing = {
  readonly count: number;
  readonly regency: Uint16Array;
  readonly bars: Int32Array;
  readonly skills: NumberLists;
  readonly schemes: NumberLists;
  readonly units: NumberLists;
  readonly keys: KeyNumbers;
};

export function fileUnderKeys(filing: Filing): Postings {
  const keysOf = keysOfAll(filing);
  const { keys } = filing;
  const byKey = inBuckets(filing, keysOf, (key, regency) => key * regencyCount + regency);
  const isFiled = (key: number): boolean =>
    (byKey.bucket[key * regencyCount] ?? 0) < (byKey.bucket[(key + 1) * regencyCount] ?? 0);
  return {
    byKey,
    byRegency: inBuckets(filing, keysOf, (key, regency) => regency * keys.count + key),
    filed: Uint8Array.from({ length: keys.count }, (_, key) => (isFiled(key) ? 1 : 0)),
    keysOf,
  };
}

/** A counting sort of all postings. Vacancies come in the order of their numbers: within a bucket they stay ascending. */
function inBuckets(filing: Filing, keysOf: NumberLists, bucketOf: (key: number, regency: number) => number): PostingOrder {
  const bucket = new Int32Array(filing.keys.count * regencyCount + 1);
  const at = (key: number, vacancy: number): number => bucketOf(key, filing.regency[vacancy] ?? 0);
  eachPosting(filing, keysOf, (key, vacancy) => {
    bucket[at(key, vacancy) + 1] = (bucket[at(key, vacancy) + 1] ?? 0) + 1;
  });
  for (let i = 1; i < bucket.length; i += 1) bucket[i] = (bucket[i] ?? 0) + (bucket[i - 1] ?? 0);
  const list = new Int32Array(keysOf.values.length);
  // Each bucket is filled from its beginning; that moves the beginnings on by one bucket, so they are moved back.
  eachPosting(filing, keysOf, (key, vacancy) => {
    const to = bucket[at(key, vacancy)] ?? 0;
    list[to] = vacancy;
    bucket[at(key, vacancy)] = to + 1;
  });
  bucket.copyWithin(1, 0, bucket.length - 1);
  bucket[0] = 0;
  return { bucket, list, bars: list.map((vacancy) => barsWhenFiled(filing, keysOf, vacancy)) };
}

function barsWhenFiled({ bars }: Filing, { start }: NumberLists, vacancy: number): number {
  const keys = (start[vacancy + 1] ?? 0) - (start[vacancy] ?? 0);
  return (bars[vacancy] ?? 0) | (keys > 1 ? severalKeysBit : 0);
}

function keysOfAll({ count, bars, skills, schemes, units, keys }: Filing): NumberLists {
  const start = new Int32Array(count + 1);
  const found: number[] = [];
  for (let vacancy = 0; vacancy < count; vacancy += 1) {
    const bar = bars[vacancy] ?? 0;
    const under = (lists: NumberLists, keyOf: (number: number) => number, most = Number.POSITIVE_INFINITY): boolean => {
      const from = lists.start[vacancy] ?? 0;
      const to = Math.min(lists.start[vacancy + 1] ?? 0, from + most);
      for (let at = from; at < to; at += 1) found.push(keyOf(lists.values[at] ?? 0));
      return to > from;
    };
    if (barOf.units(bar)) under(units, keys.ofUnit, 1);
    else if (barOf.certificate(bar)) under(schemes, keys.ofScheme) || under(skills, keys.ofCertifiedSkill);
    else if (!under(skills, keys.ofSkill)) found.push(keys.ofEverybody);
    start[vacancy + 1] = found.length;
  }
  return { start, values: Int32Array.from(found) };
}

function eachPosting({ count }: Filing, { start, values }: NumberLists, file: (key: number, vacancy: number) => void): void {
  for (let vacancy = 0; vacancy < count; vacancy += 1)
    for (let at = start[vacancy] ?? 0; at < (start[vacancy + 1] ?? 0); at += 1) file(values[at] ?? 0, vacancy);
}
