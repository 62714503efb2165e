import type { LosslessNumber } from "lossless-json";

/**
 * A value read from JSON. A number whose text would not survive JavaScript's own (`12345678901234567890`, `1.10`) is a
 * LosslessNumber, which keeps that text.
 */
export type Json = null | boolean | number | string | LosslessNumber | Json[] | { [key: string]: Json };
