import type { Vector } from "@/lib/catalog/sources/define-source";
import { certificate } from "@/lib/catalog/sources/vector-keys";

const certificates = JSON.stringify({ "google-1": certificate });

/** Signed by another implementation, with a certificate of our own in the place of Google's. */
export const googlePubsubVectors: readonly Vector[] = [
  {
    name: "signed as the sender does",
    secrets: [],
    options: { audience: "https://door.example/h/pubsub", serviceAccountEmail: "push@harbour.iam.gserviceaccount.com" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL2Rvb3IuZXhhbXBsZS9oL3B1YnN1YiIsImF6cCI6IjEiLCJlbWFpbCI6InB1c2hAaGFyYm91ci5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsImVtYWlsX3ZlcmlmaWVkIjp0cnVlLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiaXNzIjoiaHR0cHM6Ly9hY2NvdW50cy5nb29nbGUuY29tIiwic3ViIjoiMSJ9.Fz98FWSTB2IvBfpx2QO0BvcwxdP-kmCstrtkxfv7NS4PYgZIwOX-0Sa_JEe2ry_e-m6q49MRphV3p2XE1yDrUDY3LuMV4zcF5Z-ABpkzpnuPlrkkcE4gMMtz-DEmquHaxQfeeqN-RUcPmL5Wz9kP3ePIi4Hainx6aYV3IiHa4TsV7P1rWw0_LNFTT0bfj0FGFdALOSmUvcGheZgNJPoFrrFN9u6idBrtJQ1zsQuJGWjIrlZHFsZQ1wKKKbm0Z1lFp6s5hyjI-9Eq-P2sWH70-7bpM4HVFhSpvynyJWcbHrgT0T6Kv6aVmOgqriI6xcHxZaOY5C5dwek9YBSNhJ5Gxg",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "no audience set, so the address counts",
    secrets: [],
    options: { serviceAccountEmail: "push@harbour.iam.gserviceaccount.com" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    url: "https://door.example/h/pubsub",
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL2Rvb3IuZXhhbXBsZS9oL3B1YnN1YiIsImF6cCI6IjEiLCJlbWFpbCI6InB1c2hAaGFyYm91ci5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsImVtYWlsX3ZlcmlmaWVkIjp0cnVlLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiaXNzIjoiaHR0cHM6Ly9hY2NvdW50cy5nb29nbGUuY29tIiwic3ViIjoiMSJ9.Fz98FWSTB2IvBfpx2QO0BvcwxdP-kmCstrtkxfv7NS4PYgZIwOX-0Sa_JEe2ry_e-m6q49MRphV3p2XE1yDrUDY3LuMV4zcF5Z-ABpkzpnuPlrkkcE4gMMtz-DEmquHaxQfeeqN-RUcPmL5Wz9kP3ePIi4Hainx6aYV3IiHa4TsV7P1rWw0_LNFTT0bfj0FGFdALOSmUvcGheZgNJPoFrrFN9u6idBrtJQ1zsQuJGWjIrlZHFsZQ1wKKKbm0Z1lFp6s5hyjI-9Eq-P2sWH70-7bpM4HVFhSpvynyJWcbHrgT0T6Kv6aVmOgqriI6xcHxZaOY5C5dwek9YBSNhJ5Gxg",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "a token for another audience",
    secrets: [],
    options: { audience: "https://door.example/h/pubsub", serviceAccountEmail: "push@harbour.iam.gserviceaccount.com" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL290aGVyLmV4YW1wbGUiLCJhenAiOiIxIiwiZW1haWwiOiJwdXNoQGhhcmJvdXIuaWFtLmdzZXJ2aWNlYWNjb3VudC5jb20iLCJlbWFpbF92ZXJpZmllZCI6dHJ1ZSwiaWF0IjoxNzcyNjE0ODAwLCJleHAiOjE3NzI2MTg0MDAsImlzcyI6Imh0dHBzOi8vYWNjb3VudHMuZ29vZ2xlLmNvbSIsInN1YiI6IjEifQ.hUdVkLa7nWeq1O4MpAs5c-VuSxd8GyWxsVyc9rUf7deMYvg3z-3uarXrQXLriBAWLSyy0K7k65IkfveDynpOebRM7nqFIm7tnA5nNOcx3rKl9LQVwzBxjCKaX4daDpWq5llw3OF2zGNwretw1xzGAUisvxScoTR486NimQCraUxTxBOhSHGt_T64EgdyXGltwBueOH3ddjtKlaRcnQFJ5Pflt5BPAL3RlUI5y9uL4sAqhR-Q8ur1V_Vf5G-QBiE85Rrxr8phHubtShx8YYjGAXB9EpWywSVdCJegzIhp1P-MbdtjcT_lTJGvMbNHlIZ1Ok0fC0p-VsEFEFx8c_Xjhw",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token of another account",
    secrets: [],
    options: { audience: "https://door.example/h/pubsub", serviceAccountEmail: "push@harbour.iam.gserviceaccount.com" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL2Rvb3IuZXhhbXBsZS9oL3B1YnN1YiIsImF6cCI6IjEiLCJlbWFpbCI6InB1c2hAb3RoZXIuaWFtLmdzZXJ2aWNlYWNjb3VudC5jb20iLCJlbWFpbF92ZXJpZmllZCI6dHJ1ZSwiaWF0IjoxNzcyNjE0ODAwLCJleHAiOjE3NzI2MTg0MDAsImlzcyI6Imh0dHBzOi8vYWNjb3VudHMuZ29vZ2xlLmNvbSIsInN1YiI6IjEifQ.f_xKWy8qVGxcQOJRURliJnjsMUFB2ff0IUegndtoaanyfdFJBYPpkHUqMw1oBOoCHmFY1CZR3BVr3LI-ToxNmP-QsEItcN5JLFuGE7qWhtOVGPc0wkPpnivl9ZrfgyuRg8cK7Z5x_ob4km7GDmBX0s4Qbkm-HA-aJTXIwQ_6E89Z_gBm0x7LvtvFPFjK__hXiWlPWofBuQPEUxfjjZccGOJx8reuko1SHf1uSEhHNbmU8FSk2pt9_aHcrlHwtj3sCDOTgDj8ICPd4WKSZkYfenD73M2p8OVSYxxPrfJEyO3QKnZu0HerwauVCWLpsW0aAemv3HatYzLThll7VNuHJw",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "an e-mail address that Google did not verify",
    secrets: [],
    options: { audience: "https://door.example/h/pubsub", serviceAccountEmail: "push@harbour.iam.gserviceaccount.com" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL2Rvb3IuZXhhbXBsZS9oL3B1YnN1YiIsImF6cCI6IjEiLCJlbWFpbCI6InB1c2hAaGFyYm91ci5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsImVtYWlsX3ZlcmlmaWVkIjpmYWxzZSwiaWF0IjoxNzcyNjE0ODAwLCJleHAiOjE3NzI2MTg0MDAsImlzcyI6Imh0dHBzOi8vYWNjb3VudHMuZ29vZ2xlLmNvbSIsInN1YiI6IjEifQ.UlQtnLz2FgH2zhldLVE-JUm8Yhzs812Mcq-4CJiKfaLTjCDwsyn_33R2aWO6KPcHET9N9nMOmKywMC8ZXvhIhp9jVoXgn7ghXXL4_1urhM7KbukX19hrSmS1lZ7V5B_bOR_5SQ2prFveuAVi_m81EYh-Un5DEIb4WJbeI_9ICclvnHzpeO0G-GNfFGR81QgFtg35eOkG64MShiOAU9Pd2pRIM7whceBj9d7xPZJzTAk8hmrShJc5V30j_ZP6Y0VYAyuAdCgYH8WwScW2inTeR14lNhxOI6GzMC8lL-OzQbMMLDZRHgXOwUIi8b7rfwQQr14pQves6y_RTkKp2raFkg",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "another issuer",
    secrets: [],
    options: { audience: "https://door.example/h/pubsub", serviceAccountEmail: "push@harbour.iam.gserviceaccount.com" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL2Rvb3IuZXhhbXBsZS9oL3B1YnN1YiIsImF6cCI6IjEiLCJlbWFpbCI6InB1c2hAaGFyYm91ci5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsImVtYWlsX3ZlcmlmaWVkIjp0cnVlLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiaXNzIjoiaHR0cHM6Ly9hY2NvdW50cy5leGFtcGxlIiwic3ViIjoiMSJ9.DhEZaa-ZPlBJ6ZtYuCpL3wFnp98oCBrMK08VkFLXCfFrlAURnYha2vD5uy9FZU1V88y4dZaJLfXfRb7Od8Brd5RB10AmMbU2-ipU1kkZymI9BiAX2L_sGK4FVf5_Hx3p6rkHK2_aZ8yewpH1B_GJQmBp2SZYO0QYw8DOWnfUhy-85-Vb-zYhUrwg8YjMq__cW_jGEzaSjHi9LPuTZCxGrrNXVkyZyvtN-6xj6QsuaooNnEfZsOZrOFYaJaHsDoULHhpxNyyUgLZ8Rey_zfXuVagBrwhc_UywO7D8y_QSS96p4wze61Fenmq1GcHeuy5-tLXaXyv5_rnkr0cOj3seNQ",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token that has expired",
    secrets: [],
    options: { audience: "https://door.example/h/pubsub", serviceAccountEmail: "push@harbour.iam.gserviceaccount.com" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL2Rvb3IuZXhhbXBsZS9oL3B1YnN1YiIsImF6cCI6IjEiLCJlbWFpbCI6InB1c2hAaGFyYm91ci5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsImVtYWlsX3ZlcmlmaWVkIjp0cnVlLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiaXNzIjoiaHR0cHM6Ly9hY2NvdW50cy5nb29nbGUuY29tIiwic3ViIjoiMSJ9.Fz98FWSTB2IvBfpx2QO0BvcwxdP-kmCstrtkxfv7NS4PYgZIwOX-0Sa_JEe2ry_e-m6q49MRphV3p2XE1yDrUDY3LuMV4zcF5Z-ABpkzpnuPlrkkcE4gMMtz-DEmquHaxQfeeqN-RUcPmL5Wz9kP3ePIi4Hainx6aYV3IiHa4TsV7P1rWw0_LNFTT0bfj0FGFdALOSmUvcGheZgNJPoFrrFN9u6idBrtJQ1zsQuJGWjIrlZHFsZQ1wKKKbm0Z1lFp6s5hyjI-9Eq-P2sWH70-7bpM4HVFhSpvynyJWcbHrgT0T6Kv6aVmOgqriI6xcHxZaOY5C5dwek9YBSNhJ5Gxg",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772618800,
    expect: "reject",
  },
  {
    name: "an endpoint that does not say its service account",
    secrets: [],
    options: { audience: "https://door.example/h/pubsub" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL2Rvb3IuZXhhbXBsZS9oL3B1YnN1YiIsImF6cCI6IjEiLCJlbWFpbCI6InB1c2hAaGFyYm91ci5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsImVtYWlsX3ZlcmlmaWVkIjp0cnVlLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiaXNzIjoiaHR0cHM6Ly9hY2NvdW50cy5nb29nbGUuY29tIiwic3ViIjoiMSJ9.Fz98FWSTB2IvBfpx2QO0BvcwxdP-kmCstrtkxfv7NS4PYgZIwOX-0Sa_JEe2ry_e-m6q49MRphV3p2XE1yDrUDY3LuMV4zcF5Z-ABpkzpnuPlrkkcE4gMMtz-DEmquHaxQfeeqN-RUcPmL5Wz9kP3ePIi4Hainx6aYV3IiHa4TsV7P1rWw0_LNFTT0bfj0FGFdALOSmUvcGheZgNJPoFrrFN9u6idBrtJQ1zsQuJGWjIrlZHFsZQ1wKKKbm0Z1lFp6s5hyjI-9Eq-P2sWH70-7bpM4HVFhSpvynyJWcbHrgT0T6Kv6aVmOgqriI6xcHxZaOY5C5dwek9YBSNhJ5Gxg",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a key that Google does not publish",
    secrets: [],
    options: { audience: "https://door.example/h/pubsub", serviceAccountEmail: "push@harbour.iam.gserviceaccount.com" },
    keys: { "https://www.googleapis.com/oauth2/v1/certs": certificates },
    headers: {
      authorization:
        "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imdvb2dsZS0xIn0.eyJhdWQiOiJodHRwczovL2Rvb3IuZXhhbXBsZS9oL3B1YnN1YiIsImF6cCI6IjEiLCJlbWFpbCI6InB1c2hAaGFyYm91ci5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsImVtYWlsX3ZlcmlmaWVkIjp0cnVlLCJpYXQiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjYxODQwMCwiaXNzIjoiaHR0cHM6Ly9hY2NvdW50cy5nb29nbGUuY29tIiwic3ViIjoiMSJ9.g5nCveierk-TqsKr1ughlfjLSAXZuiupg0ao96UoJzRB2ly90H91wnxEf-0rLDqiEaH4BqouJHc9WAXP9dsgfqu-hOtmtAiggEbi1jr1bEXw8TJrwA5jyLveL3mMRIQz-5pqSLawZI24MCyUTglbbQCo15YSSB98w2cRjTVNPWWaJFuWNjvKWyEw_Bg7YIE7ltNxbAMivrCp_HEchfHRpMbTwPqQe-fBgfxyBvaUPmyvUgeONcEvwBH-15XORVX7a7JxAZHI5IodLBKoEVzITfpgzPZXwd2DZTMXK1DhJr_cSlLqzUSzBFO1UUVh4MnCZM1UMA8fAUyhKwCO3TAGag",
    },
    body: '{"message":{"messageId":"1","data":"e30="}}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
];
