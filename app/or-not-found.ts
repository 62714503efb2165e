import { notFound } from "next/navigation";
import { DoorbellError } from "@/lib/domain/errors";

/** What a screen is about; its “not found” screen when there is no such thing. */
export async function orNotFound<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DoorbellError && error.code === "not_found") notFound();
    throw error;
  }
}
