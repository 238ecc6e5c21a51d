import { existsSync } from "node:fs";
import { join } from "node:path";

/** The command that starts the server: the one that is set, else that of the first workspace that has one, else any. */
export function serverCommand(
  set: string,
  folders: readonly string[],
  exists: (path: string) => boolean = existsSync,
  platform: NodeJS.Platform = process.platform,
): string {
  if (set) {
    return set;
  }
  const inside = platform === "win32" ? ["Scripts", "medlint.exe"] : ["bin", "medlint"];
  const found = folders.map((folder) => join(folder, ".venv", ...inside)).find((path) => exists(path));
  return found ?? "medlint";
}
