import { z } from "zod";
import { Role } from "@/lib/domain/accounts/role";
import { idSchema } from "@/lib/domain/ids";

/** What an API key may do. A key owns nothing, so it is no owner. */
export const ApiKeyRole = Role.exclude(["owner"]);
export type ApiKeyRole = z.infer<typeof ApiKeyRole>;

/** An API key, told about without its value. */
export const ApiKey = z.object({
  id: idSchema("apiKey"),
  name: z.string(),
  /** Its first characters, to recognise it by. */
  prefix: z.string(),
  role: Role,
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const NewApiKey = z.strictObject({
  name: z.string().trim().min(1, "Give it a name.").max(100),
  role: ApiKeyRole.default("editor"),
});
export type NewApiKey = z.infer<typeof NewApiKey>;
