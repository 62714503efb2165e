import { z } from "zod";
import { EmailAddress } from "@/lib/domain/accounts/email-address";
import { NewPassword } from "@/lib/domain/accounts/new-password";

/** What the first visitor fills in. */
export const Setup = z.strictObject({
  code: z.string().min(1, "Enter the set-up code.").max(100),
  email: EmailAddress,
  name: z.string().trim().min(1, "Enter your name.").max(100),
  password: NewPassword,
});
export type Setup = z.infer<typeof Setup>;
