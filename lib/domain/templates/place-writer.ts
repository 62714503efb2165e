import type { Emitter } from "liquidjs";
import { writeJson } from "@/lib/domain/json/write-json";
import { OUTPUT_MAX } from "@/lib/domain/templates/engine";
import { isJsonText, isPlaced, placedValue, plainText } from "@/lib/domain/templates/placed";

/** Where a rendered text goes, which tells how the values in it are written. */
export type Place = "text" | "json" | "url" | "header" | "html";

type Encoder = {
  encode: (value: unknown) => string;
  /** Told of the template's own text, which is written as it is. */
  pass?: (text: string) => void;
};

/** Gathers a template's output, in which no value can break out of its place. */
export function placeWriter(place: Place, startsWithPlaceholder: boolean): Emitter {
  const encoder = encoderFor(place, startsWithPlaceholder);
  return {
    buffer: "",
    write(piece: unknown) {
      const text = isPlaced(piece) ? encoder.encode(placedValue(piece)) : plainText(piece);
      if (this.buffer.length + text.length > OUTPUT_MAX) throw new RangeError("Invalid string length");
      if (!isPlaced(piece)) encoder.pass?.(text);
      this.buffer += text;
    },
  };
}

function encoderFor(place: Place, startsWithPlaceholder: boolean): Encoder {
  if (place === "json") return jsonEncoder();
  if (place === "url") return urlEncoder(startsWithPlaceholder);
  if (place === "html") return { encode: (value) => htmlText(plainText(value)) };
  return { encode: place === "header" ? (value) => plainText(value).replaceAll(/\p{Cc}/gu, "") : plainText };
}

const HTML_SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML shows it, in an attribute, too. */
function htmlText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => HTML_SIGNS[sign] ?? sign);
}

/** Within a JSON string values become its content, elsewhere JSON values. */
function jsonEncoder(): Encoder {
  let inString = false;
  let afterBackslash = false;
  return {
    encode: (value) => {
      if (inString) return JSON.stringify(plainText(value)).slice(1, -1);
      return isJsonText(value) ? String(value) : writeJson(value);
    },
    pass: (text) => {
      for (const char of text) {
        if (afterBackslash) afterBackslash = false;
        else if (char === "\\") afterBackslash = inString;
        else if (char === '"') inString = !inString;
      }
    },
  };
}

/** A value that the address begins with is part of an address already; any other could add a path or a query. */
function urlEncoder(startsWithPlaceholder: boolean): Encoder {
  let isFirst = startsWithPlaceholder;
  return {
    encode: (value) => {
      const text = plainText(value);
      if (!isFirst) return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
      isFirst = false;
      return text;
    },
  };
}
