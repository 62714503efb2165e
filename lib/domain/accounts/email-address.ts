import { z } from "zod";

/** An e-mail address, in lower case, so that one address is one person. */
export const EmailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email("This is not an e-mail address."));
