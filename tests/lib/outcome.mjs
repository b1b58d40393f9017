// A program run to its end.
import { execFile } from "node:child_process";

/** What a program printed and how it ended. */
export const outcome = (file, words) =>
  new Promise((resolve) => {
    execFile(file, words, { maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, out: `${stdout}${stderr}` }));
  });
