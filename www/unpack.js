/**
 * The bytes of a text made by xtask/src/packing.rs: a code is one character, or `.` or `=` and one more. The text begins with
 * the codes of the byte values 0 to 255, so where a code stands there is what it means.
 */
function unpack(text) {
  const bytes = new Uint8Array(text.length);
  const values = new Uint8Array(128 * 128);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code === 46 || code === 61) code = code * 128 + text.charCodeAt((at += 1));
    if (length < 256) values[code] = length;
    bytes[length] = values[code];
    length += 1;
  }
  return bytes.subarray(256, length);
}
