import type { Ways } from "@/lib/domain/signatures/diagnose/diagnose-verifier";
import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import { type KeyRecipe, keyVerifier } from "@/lib/domain/signatures/key-recipe";

/** The ways in which a sender with a key pair may have signed: the recipe's, and those that differ from it in one thing. */
export function keyWays(recipe: KeyRecipe): Ways {
  const encodings = (["hex", "base64"] as const).filter((encoding) => encoding !== recipe.encoding);
  const keyEncodings = (["hex", "base64", "pem"] as const).filter((encoding) => encoding !== recipe.keyEncoding);
  const contents = ["{body}", ...(recipe.timestampHeader ? ["{timestamp}{body}", "{timestamp}.{body}"] : [])].filter(
    (content) => content !== recipe.signedContent,
  );
  return [
    { value: keyVerifier(recipe), findings: [] },
    ...encodings.map((encoding) => way({ ...recipe, encoding }, encodingFinding(recipe, encoding))),
    ...keyEncodings.map((keyEncoding) => way({ ...recipe, keyEncoding }, keyFinding(recipe, keyEncoding))),
    ...contents.map((signedContent) => way({ ...recipe, signedContent }, contentFinding(recipe, signedContent))),
  ];
}

function way(recipe: KeyRecipe, finding: Finding): Ways[number] {
  return { value: keyVerifier(recipe), findings: [finding] };
}

function encodingFinding(recipe: KeyRecipe, encoding: string): Finding {
  return {
    kind: "encoding",
    sentence: `The signature is right, but is written in ${encoding}. The endpoint expects ${recipe.encoding}.`,
    fix: `Let the sender write its signature in ${recipe.encoding}.`,
  };
}

function keyFinding(recipe: KeyRecipe, encoding: string): Finding {
  return {
    kind: "key-form",
    sentence: `The public key is right, but is written as ${encoding}. The endpoint expects ${recipe.keyEncoding}.`,
    fix: `Copy the public key from the sender in the form ${recipe.keyEncoding}.`,
  };
}

function contentFinding(recipe: KeyRecipe, content: string): Finding {
  return {
    kind: "content",
    sentence: `The sender signed “${content}”. The endpoint expects a signature over “${recipe.signedContent}”.`,
    fix: `Let the sender sign “${recipe.signedContent}”.`,
  };
}
