/**
 * Loads a part of the console, and where the line is lost in between waits until it is back: the page stays as it is, with what
 * was typed on it. Rejects where it fails while there is a network.
 */
export async function withNetwork<T>(load: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await load();
    } catch (error) {
      if (navigator.onLine) throw error;
      await new Promise((go) => addEventListener("online", go, { once: true }));
    }
}
