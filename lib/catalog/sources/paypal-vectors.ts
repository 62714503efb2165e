import type { Vector } from "@/lib/catalog/sources/define-source";

const CERTIFICATE_URL = "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-8d71e2f0-0c9b8a7d";

/** Made with OpenSSL for these vectors alone; its private half was thrown away. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIDZTCCAk2gAwIBAgIUL4yPZD5OyXoPcQBLXdtbdVN2xGUwDQYJKoZIhvcNAQEL
BQAwQTEcMBoGA1UEAwwTcGF5cGFsLnRlc3QuZXhhbXBsZTEhMB8GA1UECgwYVGVz
dCBmaXh0dXJlLCBub3QgUGF5UGFsMCAXDTI2MTEyNTIwMjM1NVoYDzIxMjYxMTAx
MjAyMzU1WjBBMRwwGgYDVQQDDBNwYXlwYWwudGVzdC5leGFtcGxlMSEwHwYDVQQK
DBhUZXN0IGZpeHR1cmUsIG5vdCBQYXlQYWwwggEiMA0GCSqGSIb3DQEBAQUAA4IB
DwAwggEKAoIBAQCN9TxlyoqTOZwKfx7nTAASgo5JlWqpssaRQUQiiGr5JtCi9mxk
ASmTQkhs5rvcvAVUYrakcM1yTVJAui82k7ym7KMs9d+7+TY6RdTjw22nu+EOdru2
7IUy5KAG8a7463K5ys6WOcYlPG4OTcy+AOOJJGoMRvmgDCBtO+XJVbCMJmQebAnn
I/JbfxWsL42Evbf7HjSDpJ6pI9Y4yI5Ips1mv9+KAMqPnSaB8Ri9caKSVKhHPM3U
bXq6Ip6nNMhlPZz0kZoX3Lx8CN9t66kGFPCINHHaCW/VAAKJhZ4+oK6usQuSSn2W
s0iSTF3DqQKkU2hLatOLkumxawCIWDQsNlpfAgMBAAGjUzBRMB0GA1UdDgQWBBQB
TJ6hKT6RhjKtU+Pq2BHiXGXB2zAfBgNVHSMEGDAWgBQBTJ6hKT6RhjKtU+Pq2BHi
XGXB2zAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQBxUEvIINKq
PXbGurfVeGFs4mxDKQ2uf8E0AM18dLfpkPIu/9Cq6LLC0doNmVUWcRq1Uwsf8Sfq
wwZBtFuJrehC6AWwtDKvE0d9R2Go02pe8cMrJuDKQpEGDxRCtfMrLvQHycP8ks03
4SFv4jtcREPTYNrfoE5VcbQQN/N6xuN6v8qjQdlCQ0XL2TEjl+5VVmk2Z9c2zzxJ
1wBdKx/dVpgrCfIYfgbBmrXg+ZxJwj880fcQ4WDGZbpBbBtELrQJM+nd0o3wBzjH
/5IKwfXcVxslkuTcnDHDRXR0bpC5uSu9X7vwwwI6VX081JoIDIm9mu0aKMBASCZ6
Zgb+PpPCI5K8
-----END CERTIFICATE-----`;

const BODY =
  '{"id":"WH-7YX49823S2290830K-0JE13296W68552352","event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"id":"42311647XV020574X","amount":{"value":"30.00","currency_code":"EUR"}}}';

const HEADERS = {
  "paypal-transmission-id": "5a7c1e40-17c2-11f1-8d3e-6b2f0a9c4d51",
  "paypal-transmission-time": "2026-03-04T10:21:30Z",
  "paypal-transmission-sig":
    "dOBLT5MiEcNN/TCNz92+BKO1unOnyz0Ka4TglDWE4tpYW77wZIkRIF7T3RsyuUNLKzKy12iPEAtDbn01/FiF77mUvtim4gBEE4HGjBKItaxlDdRAuNMz0YQAkuOXhzGN1XxFMphtUktgz04o3kOCYVaf1uy0hZhXdTPNGt071l+1IGf3f2Fn47AZ0d52ADHBmuccPmEd0/SGUZzTOJnNOx6ziW7hOeGZur3JXkRupih6gb5txBU0Y2AvTh7KLHpLvnGjwNTk1gJGMLKm/07ISRCZoihZBhVxOs94e1Q7UOjfyi7M6RSWTxcMZVt1zKoBme6MPINHVRvFtRfNDYrFqw==",
  "paypal-cert-url": CERTIFICATE_URL,
  "paypal-auth-algo": "SHA256withRSA",
};

const signed = {
  secrets: ["8HP45317WK1234501"],
  keys: { [CERTIFICATE_URL]: CERTIFICATE },
  headers: HEADERS,
  body: BODY,
};

export const paypalVectors: readonly Vector[] = [
  { ...signed, name: "signed for this webhook", expect: "accept" },
  { ...signed, name: "a body that was changed on its way", body: BODY.replace("30.00", "30000.00"), expect: "reject" },
  { ...signed, name: "signed for the webhook of somebody else", secrets: ["8HP45317WK1234502"], expect: "reject" },
  {
    ...signed,
    name: "a certificate on a host that only looks like PayPal's",
    keys: { "https://api.paypal.com.example.com/v1/notifications/certs/CERT-1": CERTIFICATE },
    headers: { ...HEADERS, "paypal-cert-url": "https://api.paypal.com.example.com/v1/notifications/certs/CERT-1" },
    expect: "reject",
  },
  { ...signed, name: "a certificate that could not be read", keys: {}, expect: "reject" },
  {
    ...signed,
    name: "another algorithm than PayPal's",
    headers: { ...HEADERS, "paypal-auth-algo": "SHA1withRSA" },
    expect: "reject",
  },
];
