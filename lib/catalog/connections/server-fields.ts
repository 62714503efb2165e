import { z } from "zod";
import { field } from "@/lib/domain/forms/field";

const HOST = /^[^\s/@?#\\:]+$|^\[?[0-9a-fA-F:.]+\]?$/;
const MAX_TEXT = 500;

/** Where a server is reached that does not speak HTTP. */
export const host = z
  .string("Enter the host.")
  .trim()
  .max(253)
  .regex(HOST, "A host is a name or an address, without a port: mail.example.com.");

/** Settings of connections are texts. */
export const port = z
  .string()
  .trim()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536,
    "A port is a number up to 65535.",
  );

export const user = z.string().trim().max(MAX_TEXT).default("");
export const password = z.string().max(2_000).default("");

/** For servers whose certificate nobody vouches for but their own organisation. */
export const authorities = field(
  z
    .string()
    .trim()
    .max(100_000)
    .refine((text) => text === "" || text.includes("-----BEGIN CERTIFICATE-----"), "Paste the certificate as PEM text.")
    .default(""),
  {
    label: "Certificate authority",
    widget: "code",
    placeholder: "-----BEGIN CERTIFICATE-----",
    help: "Only for a server whose certificate was signed by an authority of your own, or of its provider: that one's certificate.",
  },
);
