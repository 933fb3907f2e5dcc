import { isUtf8 } from 'node:buffer';
import { KnownError } from './errors.ts';

/** Deeper JSON than any honest client sends; the schemas below recurse, and a stack has an end. */
const maxNesting = 64;

/**
 * The body by its content type: JSON, a form, or text. No body at all is the same as `{}`, since clients send either on
 * calls that need none.
 *
 * @throws KnownError BODY_PARSING_ERROR for other types, bad JSON, and bytes that are not UTF-8
 */
export function parseBody(contentType: string | undefined, bytes: unknown): unknown {
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return {};
  if (!isUtf8(bytes)) throw unreadable('it is not UTF-8');
  const text = bytes.toString('utf8');
  switch (contentType?.split(';', 1)[0]?.trim().toLowerCase()) {
    case 'application/json':
      return parseJson(text);
    case 'application/x-www-form-urlencoded':
      return Object.fromEntries(new URLSearchParams(text));
    case 'text/plain':
      return text;
    default:
      throw unknownBodyType();
  }
}

function parseJson(text: string): unknown {
  if (nestingOf(text) > maxNesting) throw unreadable(`it nests deeper than ${maxNesting} levels`);
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('it is not valid JSON');
  }
}

/** For a body of a type that we do not read, or of none. */
export function unknownBodyType(): KnownError<'BODY_PARSING_ERROR'> {
  return unreadable('send application/json, application/x-www-form-urlencoded or text/plain');
}

function unreadable(why: string): KnownError<'BODY_PARSING_ERROR'> {
  return new KnownError('BODY_PARSING_ERROR', { message: `The request body could not be read: ${why}.` });
}

/** How deep brackets nest, those inside of strings aside. */
function nestingOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}
