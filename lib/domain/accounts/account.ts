import { z } from "zod";
import { Role } from "@/lib/domain/accounts/role";
import { idSchema } from "@/lib/domain/ids";

/** Who somebody is. An API key has no user: its `userId` is null. */
export const Account = z.object({
  userId: idSchema("user").nullable(),
  name: z.string(),
  email: z.string(),
  role: Role,
  workspace: z.object({ id: idSchema("workspace"), name: z.string() }),
});
export type Account = z.infer<typeof Account>;
