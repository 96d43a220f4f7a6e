/** A list of 32-bit whole numbers that grows without an object for each. */
export type GrowingNumbers = {
  readonly push: (value: number) => void;
  readonly length: () => number;
  /** What was pushed, without a copy; good until the next push. */
  readonly view: () => Int32Array;
  /** Gives the memory back at once, without waiting for a collection. Nothing can be pushed any more. */
  readonly release: () => void;
};

export function growingNumbers(): GrowingNumbers {
  let numbers = new Int32Array(16);
  let length = 0;
  return {
    push: (value) => {
      if (length === numbers.length) {
        numbers = new Int32Array(numbers.buffer.transfer(numbers.byteLength * 2));
      }
      numbers[length] = value;
      length += 1;
    },
    length: () => length,
    view: () => numbers.subarray(0, length),
    release: () => {
      numbers.buffer.transfer(0);
    },
  };
}

/** Lists of numbers end to end: the list of `i` is `values` from `start[i]` to `start[i + 1]`. */
export type NumberLists = { readonly start: Int32Array; readonly values: Int32Array };

/** The same lists in another order: list `i` of the result is list `order[i]` of what is given. */
export function reorderLists(start: Int32Array, values: Int32Array, order: Int32Array): NumberLists {
  const newStart = new Int32Array(order.length + 1);
  let total = 0;
  for (let i = 0; i < order.length; i += 1) {
    const from = order[i] ?? 0;
    total += (start[from + 1] ?? 0) - (start[from] ?? 0);
    newStart[i + 1] = total;
  }
  const newValues = new Int32Array(total);
  for (let i = 0; i < order.length; i += 1) {
    const from = order[i] ?? 0;
    let to = newStart[i] ?? 0;
    for (let at = start[from] ?? 0; at < (start[from + 1] ?? 0); at += 1) newValues[to++] = values[at] ?? 0;
  }
  return { start: newStart, values: newValues };
}
