// Archives made by hand, honest or lying, and read.
import zlib from "node:zlib";

/** An archive of `{name, bytes, …}`. What an entry says of itself may be set apart from what it is: `claims`
    (unpacked size), `packed` (bytes as they are), `method`, `mode` (Unix), `flags`, `at` (offset of its data). */
export function zip(entries, { comment = "", count = entries.length } = {}) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const bytes = Buffer.from(entry.bytes ?? "");
    const packed = entry.packed ?? zlib.deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(entry.flags ?? 0x800, 2);
    head.writeUInt16LE(entry.method ?? 8, 4);
    head.writeUInt32LE(entry.crc ?? zlib.crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(entry.claims ?? bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), head, name, packed);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 8);
    rest.writeUInt32LE(entry.at ?? offset, 12);
    const made = Buffer.from([0x14, 0x03]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), made, head.subarray(0, 24), Buffer.alloc(2), rest.subarray(0, 2), rest.subarray(4, 6), rest.subarray(6, 8), rest.subarray(8), name]));
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 16);
  return Buffer.concat([...parts, listed, Buffer.from("PK\x05\x06"), end, Buffer.from(comment)]);
}

/** The files of an honest archive by name. */
export function unzip(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.toString("latin1", at, at + 4) === "PK\x01\x02") {
    const [name_length, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const name = bytes.toString("utf8", at + 46, at + 46 + name_length);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    files.set(name, bytes.readUInt16LE(at + 10) === 0 ? packed : zlib.inflateRawSync(packed));
    at += 46 + name_length + extra + comment;
  }
  return files;
}

/** Every word of a download: a workbook is opened. */
export function words_of(bytes) {
  return bytes.subarray(0, 2).toString("latin1") === "PK" ? [...unzip(bytes).values()].map((part) => part.toString("utf8")).join("\n") : bytes.toString("utf8");
}
