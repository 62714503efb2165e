import { z } from "zod";

/** One thing that the API does. */
export type ApiOperation = {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** Under `/api/v1`, with parameters in braces. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  input?: z.ZodType;
  /** Absent when there is nothing to answer, or no JSON. */
  output?: z.ZodType;
  status?: number;
};

/** A part of a list, as routes answer it. */
export const page = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });
