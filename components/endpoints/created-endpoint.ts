import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** The answer to making an endpoint: the only one that holds its secret. */
export type CreatedEndpoint = Endpoint & { signingSecret?: string };
