import type { Vector } from "@/lib/catalog/sources/define-source";
import { keySet, publicKey } from "@/lib/catalog/sources/vector-keys";

const secrets = ["jwt-example-secret-of-32-letters"];
const claimed = { issuer: "https://issuer.example", audience: "doorbell" };
const published = { ...claimed, jwksUrl: "https://issuer.example/.well-known/jwks.json" };
const keys = { [published.jwksUrl]: keySet };

/** Signed by another implementation. */
export const jwtVectors: readonly Vector[] = [
  {
    name: "signed with the secret",
    secrets,
    options: claimed,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.7Lv-mudAGxpZB7f84u7aLjPlIZzLE41tCQSVy3hrna4",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "one audience of several",
    secrets,
    options: claimed,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjpbIm90aGVyIiwiZG9vcmJlbGwiXSwibmJmIjoxNzcyNjE0ODAwLCJleHAiOjE3NzI2MTUxMDB9.9inlCaMe5UPxw9rEzPylcO-dZPuQx5ksv0Ko07FdbCk",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "signed with another secret",
    secrets: ["other"],
    options: claimed,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.7Lv-mudAGxpZB7f84u7aLjPlIZzLE41tCQSVy3hrna4",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "another issuer",
    secrets,
    options: claimed,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL290aGVyLmV4YW1wbGUiLCJhdWQiOiJkb29yYmVsbCIsIm5iZiI6MTc3MjYxNDgwMCwiZXhwIjoxNzcyNjE1MTAwfQ.V8uBc-jIgmESzshrmaH00ZhdfK7d1800TfLR9rCn8TQ",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "another audience",
    secrets,
    options: claimed,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoib3RoZXIiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.NyBAvJVX3DxlEBuYgdbTPRcYQj1OwtVuRqg1dgzw4QI",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token that has expired",
    secrets,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.7Lv-mudAGxpZB7f84u7aLjPlIZzLE41tCQSVy3hrna4",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772615111,
    expect: "reject",
  },
  {
    name: "a token that is not valid yet",
    secrets,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.7Lv-mudAGxpZB7f84u7aLjPlIZzLE41tCQSVy3hrna4",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614789,
    expect: "reject",
  },
  {
    name: "a token that never expires",
    secrets,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIn0.4iEqMA6Q7vSQ4mR9ud1gc_OxTbtxJDooFcw8jE8dXkA",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "the algorithm “none”",
    secrets,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "the algorithm “none” with the secret's signature",
    secrets,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.HgtoxQe7iajpLGEaWH3i1QVc8hECDkLm9obkpnLtEcw",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "signed with a published RSA key",
    secrets,
    options: published,
    keys,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.aF-CzQI013K_z3c_NvKk2_BuUJtkBvTc2Rc8auGl7mZUModjjAr_3jJxMFR4Z1dsffPNDQbBdw1d3hLVQe8yJ-qvQx8PHbQrfPuFzZ9r9xao2tapvnxbzVh-Y3-evR2Z5kH839eGmBb3tFiL7n6VM14RyVPqU7NlE8C3m_zo3wQ2-yYziIlphOWgxAb69DdDxPD2HAXnt7hQ7b_tlGWuN7c2paon71xDywFhol29nRHXUP_DLYPghsU39f4FJ-pNavVJCn9AlzvpMgcOcYoFa7S_663AiknkZ1V6_2LYEMrAuaIqOQdvoaGnGkONUHeSMa8wNiXcc5vUvKk5d7bBFw",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "signed with a published elliptic key",
    secrets,
    options: published,
    keys,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImVjLTEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.b7Oz-Go0Sf1_R0eQADzgdXFRMgigatONl2NvOAUWV4NU_swwK_rZc3qrYzKyjrTVPPKJ2JMFAfoT5g3FjHM3uQ",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "a key that is not published",
    secrets,
    options: published,
    keys,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.Da2DlWvM79VZ3EfdSzdOwLNl3JRVUFb2e5GaW5h15VexBp9cNy38GBoLhnxsbDiPJwsNlC-h6cAm8yamnp7s-9xmCLSLXaYuPfp55FFyHrInpoL1ySGOnXW0SZA348HzN-krNRSbImMy2rnBgEt7viFb_A3UgSo9UO--yp451Pd1P_fBSXw_0TCcnN_GdNFPloucW46Ypnxun63DhT09DYo5Id-m4mVemTFkXrjKLObUukp8hp75rG16nyXf66yg_ZFYPv1-qzMHJ8Ucqz67uNtwgJIYWRcP1evbWW45kxILZJLT3Ps330hfTPzGmcifLiN7SmAdiq0XO58Z7mLj2g",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a key under another's name",
    secrets,
    options: published,
    keys,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImVjLTEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.RLm23RVo0G8fpQqED1M5XySyYZsRh4UchP06phCpgHYDK1mBoq2kSUxb8E7fcINHAs_4IaP3BkC9ru6b8OVx4a_Hn_ar3DBoRMV5_9T9Mw015wK_7seRYv0kjpc9vGcOGLhia3GImYsm2riXPx0bFu3FasWa2fZsvtjXpMolWRpqFqy2LbYEHSIPcgiUoCkxQ9wuP-OXRTyIreS38sdoxpbJzIyRD25tas2bvKSO2zS6MHqvDddo2nHTd12uPoMfL3TzsW_Nwln0NSRndVdknjAjGkfs1wEy24GTLpepeA-w-gbT6FO55s8UJSaf6nCrr16WgeA0rS8oqMh0gjjAyg",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "the secret where published keys are asked for",
    secrets,
    options: published,
    keys,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.7Lv-mudAGxpZB7f84u7aLjPlIZzLE41tCQSVy3hrna4",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a published key used as if it were a secret",
    secrets,
    options: published,
    keys,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.ZW7aNuV8cVnPKPNtdF8ZKrthgdMEkAT4nniFNVshwOQ",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a published key pasted as the secret",
    secrets: [publicKey],
    headers: {
      authorization:
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.nTA28Ltv78karP_0-3YDu94fYDpUGgNvLVOoyUlqOco",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "keys that could not be read",
    secrets,
    options: published,
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.aF-CzQI013K_z3c_NvKk2_BuUJtkBvTc2Rc8auGl7mZUModjjAr_3jJxMFR4Z1dsffPNDQbBdw1d3hLVQe8yJ-qvQx8PHbQrfPuFzZ9r9xao2tapvnxbzVh-Y3-evR2Z5kH839eGmBb3tFiL7n6VM14RyVPqU7NlE8C3m_zo3wQ2-yYziIlphOWgxAb69DdDxPD2HAXnt7hQ7b_tlGWuN7c2paon71xDywFhol29nRHXUP_DLYPghsU39f4FJ-pNavVJCn9AlzvpMgcOcYoFa7S_663AiknkZ1V6_2LYEMrAuaIqOQdvoaGnGkONUHeSMa8wNiXcc5vUvKk5d7bBFw",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "keys at an address without TLS",
    secrets,
    options: { jwksUrl: "http://issuer.example/jwks", issuer: "https://issuer.example", audience: "doorbell" },
    keys: { "http://issuer.example/jwks": keySet },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InJzYS0xIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVkIjoiZG9vcmJlbGwiLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxNTEwMH0.aF-CzQI013K_z3c_NvKk2_BuUJtkBvTc2Rc8auGl7mZUModjjAr_3jJxMFR4Z1dsffPNDQbBdw1d3hLVQe8yJ-qvQx8PHbQrfPuFzZ9r9xao2tapvnxbzVh-Y3-evR2Z5kH839eGmBb3tFiL7n6VM14RyVPqU7NlE8C3m_zo3wQ2-yYziIlphOWgxAb69DdDxPD2HAXnt7hQ7b_tlGWuN7c2paon71xDywFhol29nRHXUP_DLYPghsU39f4FJ-pNavVJCn9AlzvpMgcOcYoFa7S_663AiknkZ1V6_2LYEMrAuaIqOQdvoaGnGkONUHeSMa8wNiXcc5vUvKk5d7bBFw",
    },
    body: '{"type":"lamp.lit"}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
];
