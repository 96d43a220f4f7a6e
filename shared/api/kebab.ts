/** `startPlacement` → `start-placement`: the file of the function and its name in the cloud. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
