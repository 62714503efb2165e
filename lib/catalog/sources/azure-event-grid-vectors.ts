import type { Vector } from "@/lib/catalog/sources/define-source";
import { keySet } from "@/lib/catalog/sources/vector-keys";
/** Signed by another implementation, with a key of our own in the place of Microsoft's. */
export const azureEventGridVectors: readonly Vector[] = [
  {
    name: "the secret in the address",
    secrets: ["grid-secret"],
    url: "https://door.example/h/grid?secret=grid-secret",
    headers: {},
    body: '[{"id":"1"}]',
    expect: "accept",
  },
  {
    name: "another secret in the address",
    secrets: ["grid-secret"],
    url: "https://door.example/h/grid?secret=grid",
    headers: {},
    body: '[{"id":"1"}]',
    expect: "reject",
  },
  {
    name: "a token from Entra ID",
    scheme: "entra-id",
    secrets: [],
    options: { tenantId: "11112222-3333-4444-8555-666677778888", audience: "api://doorbell" },
    keys: { "https://login.microsoftonline.com/11112222-3333-4444-8555-666677778888/discovery/v2.0/keys": keySet },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJhdWQiOiJhcGk6Ly9kb29yYmVsbCIsImlzcyI6Imh0dHBzOi8vc3RzLndpbmRvd3MubmV0LzExMTEyMjIyLTMzMzMtNDQ0NC04NTU1LTY2NjY3Nzc3ODg4OC8iLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiYXBwaWQiOiI0OTYyNzczYi05Y2RiLTQ0Y2YtYThiZi0yMzc4NDZhMDBhYjcifQ.DDqxvRlY4qrxn5Z2XxpR16YcX4sMh5QvO53TlVP3mHYO3zxFWz9o1KZBN8_z6haOWlN7gPA1rv_K_n5HZlA1QGYTecYO9MlorpxlMR2eZ5hwiYB57FoWZAULkcIk8eYkLNjbo9Yes7tUvM-boBFFDzJ0IEj4xpJP9OT3InBYft7eJjAMoQdZTRWbB9ddT4_ZUTZdXhDe3JBm4WhXZb2SoOc3gX7pHIwKCrqMQF-KtzP_gAe8MWlyBhkiNOQmZ4sLQhTJGbt35twyxepuG8BNaAI-mjdOxiXW6at7-Gz4VPbWtJc3vvn1NUxpbghGENauFajpzhdOV2yUgh2B6wNa_A",
    },
    body: '[{"id":"1"}]',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "a token of the second version",
    scheme: "entra-id",
    secrets: [],
    options: { tenantId: "11112222-3333-4444-8555-666677778888", audience: "api://doorbell" },
    keys: { "https://login.microsoftonline.com/11112222-3333-4444-8555-666677778888/discovery/v2.0/keys": keySet },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJhdWQiOiJhcGk6Ly9kb29yYmVsbCIsImlzcyI6Imh0dHBzOi8vbG9naW4ubWljcm9zb2Z0b25saW5lLmNvbS8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvdjIuMCIsIm5iZiI6MTc3MjYxNDgwMCwiZXhwIjoxNzcyNjE4NDAwLCJhcHBpZCI6bnVsbCwiYXpwIjoiNDk2Mjc3M2ItOWNkYi00NGNmLWE4YmYtMjM3ODQ2YTAwYWI3In0.KSjns3zbiyz5z0ZwXlTTJwsQ58FNkTBVIJQSPEjlkyGdAtnB3YjZkwXT3MDApqn1oIJNP1xMVJW_ZocRdP0JqX6xRkqHIMn6fB82NHvIlNIMprqy_BDdEXBAVuHSFUjjZUoZABUuynLpyZHUFiFc6nGm9nsrMeT1rmTosCiHtsnih4Y7OHabuQUZah7jnJqHs6hLUOFGEzSBHLy-7r9WSbJWe1bcvUvvk0WDcL7k_aisLYwSqh3MZsLGBruJM1Y6BI8m7JC_gOo-ucNIPKdLajZ-AovfNC8-gnvIsuim_2Gg6jeS1jAoSL0g1-X-h-CEvjqP1e2yIrLa_unXhFHblQ",
    },
    body: '[{"id":"1"}]',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "a token of another application of the tenant",
    scheme: "entra-id",
    secrets: [],
    options: { tenantId: "11112222-3333-4444-8555-666677778888", audience: "api://doorbell" },
    keys: { "https://login.microsoftonline.com/11112222-3333-4444-8555-666677778888/discovery/v2.0/keys": keySet },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJhdWQiOiJhcGk6Ly9kb29yYmVsbCIsImlzcyI6Imh0dHBzOi8vc3RzLndpbmRvd3MubmV0LzExMTEyMjIyLTMzMzMtNDQ0NC04NTU1LTY2NjY3Nzc3ODg4OC8iLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiYXBwaWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgifQ.EXQv8i08AMbxwHEzeKpZ_0YGQaU8awFgXZ6RodGrwbXKvr6bMfuqjAvPdlVai04_6acIUO_8o2mtbqof1VawyD1r-23norLcvC-Y-1w0roLZ8xmbYAe6iOdAkZ8vmFLMef7HNcrxLPVTlJdqjX-CcyyIfHCfoAi6_MokcS8hljgJfUD7xhOoUH-XUOPwDpNLymkuTy3XSeafYC6WfaplGBcpjvi0CGdcUBC270SJFi4fQ9zWVbLAQmpK30K4qMg8xbRRy6zRHAR87uoGcFsm7KwX8hOqAAzz8lPDvMHtFCNrsvwlE5mq96oPDBRfxw4CBR8oqFt7C48-t6fo_XaDWQ",
    },
    body: '[{"id":"1"}]',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token of another tenant",
    scheme: "entra-id",
    secrets: [],
    options: { tenantId: "11112222-3333-4444-8555-666677778888", audience: "api://doorbell" },
    keys: { "https://login.microsoftonline.com/11112222-3333-4444-8555-666677778888/discovery/v2.0/keys": keySet },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJhdWQiOiJhcGk6Ly9kb29yYmVsbCIsImlzcyI6Imh0dHBzOi8vc3RzLndpbmRvd3MubmV0Lzk5OTkyMjIyLTMzMzMtNDQ0NC04NTU1LTY2NjY3Nzc3ODg4OC8iLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiYXBwaWQiOiI0OTYyNzczYi05Y2RiLTQ0Y2YtYThiZi0yMzc4NDZhMDBhYjcifQ.jhHFOMIOC_Wv4jTuxArTbaAEhe2LXPp1gUgjJKNaUt4j6SJLoj4AO-Zq3lmejCvkOA1w5SpD9he2Oa2q4WjouHE2Ais6iCwqqodcOShYn_EDTkR4RWAo6dE3f_7pHNYoRcM_ujSN3EB9hz67YQ29T_Bgdh9NyGud-9tc7SSe-7mloo0hpg05XxjLkzY7ZOfFhbBGMEFBqNl09JcgpETqvqtCZ7zfaaJoBAt1g0IIMv6eMUUI57pFx7Nop7dmYLki-FwcSfvZsAijka27ZkoOPJ5ho_xxMbGO5p3Nl_TAxvYmZ5F7Q1JlButlQdmi_beudXZiL6AV31KIL6hvNz3j6Q",
    },
    body: '[{"id":"1"}]',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token for another audience",
    scheme: "entra-id",
    secrets: [],
    options: { tenantId: "11112222-3333-4444-8555-666677778888", audience: "api://doorbell" },
    keys: { "https://login.microsoftonline.com/11112222-3333-4444-8555-666677778888/discovery/v2.0/keys": keySet },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJhdWQiOiJhcGk6Ly9vdGhlciIsImlzcyI6Imh0dHBzOi8vc3RzLndpbmRvd3MubmV0LzExMTEyMjIyLTMzMzMtNDQ0NC04NTU1LTY2NjY3Nzc3ODg4OC8iLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiYXBwaWQiOiI0OTYyNzczYi05Y2RiLTQ0Y2YtYThiZi0yMzc4NDZhMDBhYjcifQ.h86q5Z6nFQZXUsPdrPzSfwPRn1B7adiHPjnluVKbRbCysvQOaSdmFsBNJhH0xVfo6HWdUT8f8wFM0nlzFZzoylwpOq_jdpBuPWYxlYpmFiabdb-jjLw8zW5vo3Mkzp4PkJUeElXx9x2UBlqMSSfU68mG-N53AiDh3XET2CioEo8llVL0FECYqUumYfmISIqWVhLLwgvV3fNX7POTFxeZudYYS-u7k_W6RJOctJ4o0tRK7vAOvlxGVq4ZSuNhnuCgma7NCjc8jkWoDFEunVqiHTqXxWfEKRbeMRys0TApcDlqua1yfKwm7E7L7wUcG3OKgPTLiBQQjS9mrshR8p9fgQ",
    },
    body: '[{"id":"1"}]',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "an endpoint that does not say its tenant",
    scheme: "entra-id",
    secrets: [],
    options: { audience: "api://doorbell" },
    keys: { "https://login.microsoftonline.com/11112222-3333-4444-8555-666677778888/discovery/v2.0/keys": keySet },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJhdWQiOiJhcGk6Ly9kb29yYmVsbCIsImlzcyI6Imh0dHBzOi8vc3RzLndpbmRvd3MubmV0LzExMTEyMjIyLTMzMzMtNDQ0NC04NTU1LTY2NjY3Nzc3ODg4OC8iLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiYXBwaWQiOiI0OTYyNzczYi05Y2RiLTQ0Y2YtYThiZi0yMzc4NDZhMDBhYjcifQ.DDqxvRlY4qrxn5Z2XxpR16YcX4sMh5QvO53TlVP3mHYO3zxFWz9o1KZBN8_z6haOWlN7gPA1rv_K_n5HZlA1QGYTecYO9MlorpxlMR2eZ5hwiYB57FoWZAULkcIk8eYkLNjbo9Yes7tUvM-boBFFDzJ0IEj4xpJP9OT3InBYft7eJjAMoQdZTRWbB9ddT4_ZUTZdXhDe3JBm4WhXZb2SoOc3gX7pHIwKCrqMQF-KtzP_gAe8MWlyBhkiNOQmZ4sLQhTJGbt35twyxepuG8BNaAI-mjdOxiXW6at7-Gz4VPbWtJc3vvn1NUxpbghGENauFajpzhdOV2yUgh2B6wNa_A",
    },
    body: '[{"id":"1"}]',
    nowSeconds: 1772614805,
    expect: "reject",
  },
];
