import { expect, test } from "vitest";
import { failureCode } from "@/lib/platform/send-request/failure-code";

function failure(message: string, code?: string): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

test.each([
  [failure("connect ECONNREFUSED", "ECONNREFUSED"), "ECONNREFUSED"],
  [failure("read ECONNRESET", "ESOCKET"), "ECONNRESET"],
  [failure("Connection closed unexpectedly", "ECONNECTION"), "ECONNRESET"],
  [failure("Error initiating TLS - self-signed certificate", "ESOCKET"), "DEPTH_ZERO_SELF_SIGNED_CERT"],
  [failure("unable to verify the first certificate", "HANDSHAKE_SSL_ERROR"), "DEPTH_ZERO_SELF_SIGNED_CERT"],
  [failure("certificate has expired", "HANDSHAKE_SSL_ERROR"), "CERT_HAS_EXPIRED"],
  [failure("Host: x. is not cert's altnames: DNS:y", "ESOCKET"), "ERR_TLS_CERT_ALTNAME_INVALID"],
  [failure("80:error:SSL routines:wrong version number", "ESOCKET"), "EPROTO"],
  [failure("something else", "ESOCKET"), "ESOCKET"],
  [failure("Connection terminated unexpectedly"), "ECONNRESET"],
  [failure("self-signed jokes"), ""],
  ["ECONNRESET", ""],
  [new DOMException("late", "TimeoutError"), ""],
])("%s has the code %j", (error, code) => {
  expect(failureCode(error)).toBe(code);
});
