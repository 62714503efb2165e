import { z } from "zod";
import type { Source } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";
import { DoorbellError } from "@/lib/domain/errors";
import { sha256 } from "@/lib/platform/digest";

type Options = Record<string, unknown>;

/** What a source's own setting may be: a text, or a list of them. */
const Setting = z.union([z.string().trim().max(2_000), z.array(z.string().trim().max(2_000)).max(50)]);

/**
 * An endpoint's options as they are kept: read, and a token replaced by its hash; one that is not given again stays as
 * `before` has it. Refuses options that the door could not follow, and says which.
 */
export function checkOptions(source: Source, options: Options, before: Options = {}): Options {
  const settings = Object.fromEntries(source.settings.map(({ option }) => [option, Setting.optional()]));
  const { error, data } = z.strictObject({ ...EndpointOptions.shape, ...settings }).safeParse(options);
  const problems = (error?.issues ?? []).map((issue) => ({
    path: ["options", ...issue.path].join("."),
    message: issue.message,
  }));
  if (data && !findProof(source, data.scheme)) {
    problems.push({ path: "options.scheme", message: `${source.name} has no scheme called “${data.scheme}”.` });
  }
  const token = data?.token && hashToken(data.token, before);
  if (data?.token && !token?.hash)
    problems.push({ path: "options.token.value", message: "Say which token to ask for." });
  if (!data || problems.length > 0) {
    throw new DoorbellError("invalid_input", "These options cannot be used.", { problems });
  }
  return token ? { ...data, token } : data;
}

type Token = NonNullable<EndpointOptions["token"]>;

function hashToken({ header, value }: Token, before: Options): { header: string; hash?: string } {
  if (value !== undefined) return { header, hash: sha256(value).toString("hex") };
  const hash = EndpointOptions.shape.token.safeParse(before["token"]).data?.hash;
  return hash === undefined ? { header } : { header, hash };
}

/** The options as members and the API see them: that there is a token, and not which. */
export function shownOptions(options: Options): Options {
  const token = EndpointOptions.shape.token.safeParse(options["token"]).data;
  return token ? { ...options, token: { header: token.header } } : options;
}
