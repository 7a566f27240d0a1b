// The way of a submission into the engine: one text, since every value that crosses by itself takes as long as the engine's work on it. Part of
// shifan.js, whose glue calls submissionAsText.

/** More than the largest honest document takes: one for a value or a key, and one more for every so many characters of its text. */
const MOST_COST = 2_000_000;
const CHARACTERS = 16;
/** Deeper than any submission goes. */
const MOST_DEPTH = 24;
/** How deep the figures of a submission stand: one of them may take half of what is left, so that none takes everything. */
const SHARED = 2;
/** More hexadecimal digits than any number of ours has. */
const MOST_HEX = 40;

/** What a value begins with. Behind a number, a text, a list and an object stands how long it is, in four bytes of seven bits. */
const [ABSENT, FALSE, TRUE, NUMBER, TEXT, LIST, OBJECT, UNREADABLE] = [0, 1, 2, 3, 4, 5, 6, 7];

/** What stands for a property that throws when it is asked for. */
const THROWN = Symbol("thrown");

function propertyOf(around, key) {
  try {
    return around[key];
  } catch {
    return THROWN;
  }
}

function isList(value) {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy.
    return null;
  }
}

function keysOf(value) {
  try {
    return Object.keys(value);
  } catch {
    return null;
  }
}

/** A BigInt's digits. Those of a huge one would take minutes to find, and it is out of every range whatever they are. */
function digitsOf(number) {
  try {
    const hex = number.toString(16);
    return hex.length <= MOST_HEX ? number.toString(10) : hex.startsWith("-") ? "-1e50" : "1e50";
  } catch {
    return null;
  }
}

const ENCODER = new TextEncoder();

/** So many bytes are kept from one submission to the next. */
const MOST_KEPT = 1 << 14;

/** Where the next submission is written. One that is read in a getter of another has a place of its own. */
let spare = new Uint8Array(MOST_KEPT);

/** Reads one value and what it contains. Whatever it is, and whatever it does when read, this comes to an end and throws nothing. */
class Reader {
  left = MOST_COST;
  /** The lists and objects around the one that is read: one that contains itself is not followed. */
  ancestors = [];
  bytes = spare;
  at = 0;

  read(value) {
    switch (typeof value) {
      case "string":
        if (this.spend(Math.floor(value.length / CHARACTERS))) this.text(TEXT, value);
        else this.tag(UNREADABLE);
        break;
      case "number":
        this.text(NUMBER, String(value));
        break;
      case "object":
        if (value === null) this.tag(ABSENT);
        else this.container(value);
        break;
      case "undefined":
        // Not `document.all`, which says that it is.
        this.tag(value === undefined ? ABSENT : UNREADABLE);
        break;
      case "boolean":
        this.tag(value ? TRUE : FALSE);
        break;
      case "bigint": {
        const digits = digitsOf(value);
        if (digits === null) this.tag(UNREADABLE);
        else this.text(NUMBER, digits);
        break;
      }
      default:
        this.tag(UNREADABLE);
    }
  }

  /** False, and nothing is left, if that is more than is left. */
  spend(cost) {
    const fits = cost <= this.left;
    this.left = fits ? this.left - cost : 0;
    return fits;
  }

  /** Nothing is read of what is too deep or contains itself. To list the keys of an object takes as long as there are keys. */
  container(value) {
    const { ancestors, at } = this;
    const list = this.left === 0 || ancestors.length >= MOST_DEPTH || ancestors.includes(value) ? null : isList(value);
    if (list === null) {
      this.tag(UNREADABLE);
      return;
    }
    ancestors.push(value);
    if (!(list ? this.list(value) : this.object(value))) {
      this.at = at;
      this.tag(UNREADABLE);
    }
    ancestors.pop();
  }

  /** Whether it can be read. */
  list(value) {
    const length = propertyOf(value, "length");
    // A proxy may say anything; no list is empty because its length is not a number.
    if (typeof length !== "number" || length >>> 0 !== length || !this.spend(length)) return false;
    this.tag(LIST);
    this.count(length);
    for (let index = 0; index < length; index += 1) this.child(value, index);
    return true;
  }

  object(value) {
    // A Map or Set has no keys of its own, and is not empty for that.
    const iterator = propertyOf(value, Symbol.iterator);
    if (typeof iterator === "function" || iterator === THROWN) return false;
    const keys = keysOf(value);
    if (keys === null || !this.spend(keys.length)) return false;
    this.tag(OBJECT);
    this.count(keys.length);
    for (const key of keys) {
      // A key left out would be one that nobody hears of.
      if (!this.spend(Math.floor(key.length / CHARACTERS))) return false;
      this.text(TEXT, key);
      this.child(value, key);
    }
    return true;
  }

  /** A getter or a proxy may throw; then the place is unreadable and everything beside it still counts. */
  child(around, key) {
    const value = propertyOf(around, key);
    // What most values are, at no cost.
    if (typeof value === "string" && value.length < CHARACTERS) {
      this.text(TEXT, value);
      return;
    }
    const kept = this.ancestors.length <= SHARED ? Math.floor(this.left / 2) : 0;
    this.left -= kept;
    if (value === THROWN) this.tag(UNREADABLE);
    else this.read(value);
    this.left += kept;
  }

  tag(tag) {
    if (this.at + 8 > this.bytes.length) this.grow(8);
    this.bytes[this.at++] = tag;
  }

  count(count) {
    const { bytes, at } = this;
    bytes[at] = count & 127;
    bytes[at + 1] = (count >> 7) & 127;
    bytes[at + 2] = (count >> 14) & 127;
    bytes[at + 3] = (count >> 21) & 127;
    this.at = at + 4;
  }

  text(tag, text) {
    const { length } = text;
    // No unit of UTF-16 has more than three bytes.
    if (this.at + 8 + 3 * length > this.bytes.length) this.grow(8 + 3 * length);
    this.tag(tag);
    const { bytes, at } = this;
    const from = at + 4;
    let index = 0;
    for (; index < length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > 127) break;
      bytes[from + index] = unit;
    }
    const written = index === length ? length : ENCODER.encodeInto(text, bytes.subarray(from)).written;
    this.count(written);
    this.at = from + written;
  }

  grow(more) {
    const bytes = new Uint8Array(2 * (this.bytes.length + more));
    bytes.set(this.bytes.subarray(0, this.at));
    this.bytes = bytes;
  }
}

/** A submission as one text, in UTF-8. */
function submissionAsText(value) {
  const reader = new Reader();
  spare = new Uint8Array(0);
  reader.read(value);
  spare = reader.bytes.length > MOST_KEPT ? new Uint8Array(MOST_KEPT) : reader.bytes;
  return reader.bytes.subarray(0, reader.at);
}
