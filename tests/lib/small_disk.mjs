// A disk that can be filled: a tmpfs of its own, seen by this test and the programs it starts and gone with
// the last of them. It needs no right beyond those of a user namespace; where there is none it fails, it never skips.
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Begins the calling script anew where it may mount; answers only there. */
export function with_own_mounts() {
  if (process.env.ZR_OWN_MOUNTS) return;
  const rights = process.getuid() === 0 ? [] : ["--user", "--map-current-user", "--keep-caps"];
  const { status } = spawnSync("unshare", [...rights, "--mount", process.execPath, ...process.argv.slice(1)],
    { stdio: "inherit", env: { ...process.env, ZR_OWN_MOUNTS: "1" } });
  process.exit(status ?? 1);
}

/** {folder, fill(left), free()}: `fill` leaves so many bytes. */
export function small_disk(bytes) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zr-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes},mode=0755`, "none", folder]);
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    fill(left) {
      const { bavail, bsize } = fs.statfsSync(folder);
      fs.writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)), { flag: "a" });
    },
    free: () => fs.rmSync(ballast),
    end() {
      execFileSync("umount", ["--lazy", folder]);
      fs.rmdirSync(folder);
    },
  };
}
