import { z } from "zod";
import { EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";

/** The source's settings are among them. */
export type StoredOptions = EndpointOptions & Record<string, unknown>;

const Options = z.looseObject(EndpointOptions.shape);

/** An endpoint's options as this version reads them; undefined for those that it cannot read. */
export function readStoredOptions(options: unknown): StoredOptions | undefined {
  return Options.safeParse(options).data;
}
