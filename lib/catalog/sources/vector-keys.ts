/** A certificate for vectors that another implementation signed. Its private key belongs to nobody. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIICwDCCAaigAwIBAgICEmcwDQYJKoZIhvcNAQELBQAwIzEhMB8GA1UEAwwYdGVz
dC1jZXJ0aWZpY2F0ZS5leGFtcGxlMB4XDTI2MDEwMTAwMDAwMFoXDTQ2MDEwMTAw
MDAwMFowIzEhMB8GA1UEAwwYdGVzdC1jZXJ0aWZpY2F0ZS5leGFtcGxlMIIBIjAN
BgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlVkDEw5M/pQGjvb+Ro3yAJzwbEN6
HRd9Ccvp3NH4Jq+rrTxWwKGavX4bsZ5caJHRlB2k6nWZSphIhsZA3wst7AwuTXVU
pW5mOk1Z43JG0SuB60WLMCbEASInTH8iHDMu5g+WCdFCIySIVl7U66nUGHeOdePU
e1HB7wP1l7W12UO1nTThcZdooHq+kQ+zYt2x6GywsWj5TcH4k5pUa6hm11OoDEjn
HT+oHAqiXqal7eA9f6UtANthK2kYbCdoqDdcBVGxjgDSOjuXidflFlLO3uoJPjeJ
t9xJTJ49HBQ8mc/DHCcgegGcRyAsa3krGOGU/xjggNu9b1AE4LXUVmTM5wIDAQAB
MA0GCSqGSIb3DQEBCwUAA4IBAQB3nncHpGROPa95EPcki5WVvm5FzWu2tZrp5uiM
YNeCPHqWW7NxkjhBXu02l8Y9/F0vQfuOFFaosTcPGXbUKCcPUE/6CmQsmyEvNeRh
3gRgVtUpjN51Rf78BwilktUfs0I0hxtq80tmXAZyBiRz30HKWY5rntXhoBvTFuZH
RdeTneCHWUKg/zBbFBkrdZ227RGp7LWlRrPhZtgD3sCgHozSF+ULfckANLGTW8+V
WMmEiygR1JY5cxXy95f2kOcN+PDwq7fJnLrPbSu5jdLW0j3FOf5rPYCYAvLBmNkk
ZWkXzNjhAsiGhGuM0oFbpUweABwIY4q/5ew2HVct7n/8OYBs
-----END CERTIFICATE-----`;

/** The same key without a certificate around it. */
export const publicKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlVkDEw5M/pQGjvb+Ro3y
AJzwbEN6HRd9Ccvp3NH4Jq+rrTxWwKGavX4bsZ5caJHRlB2k6nWZSphIhsZA3wst
7AwuTXVUpW5mOk1Z43JG0SuB60WLMCbEASInTH8iHDMu5g+WCdFCIySIVl7U66nU
GHeOdePUe1HB7wP1l7W12UO1nTThcZdooHq+kQ+zYt2x6GywsWj5TcH4k5pUa6hm
11OoDEjnHT+oHAqiXqal7eA9f6UtANthK2kYbCdoqDdcBVGxjgDSOjuXidflFlLO
3uoJPjeJt9xJTJ49HBQ8mc/DHCcgegGcRyAsa3krGOGU/xjggNu9b1AE4LXUVmTM
5wIDAQAB
-----END PUBLIC KEY-----`;

/** That key and one on an elliptic curve, as a JSON Web Key Set. */
export const keySet =
  '{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"rsa-1","n":"lVkDEw5M_pQGjvb-Ro3yAJzwbEN6HRd9Ccvp3NH4Jq-rrTxWwKGavX4bsZ5caJHRlB2k6nWZSphIhsZA3wst7AwuTXVUpW5mOk1Z43JG0SuB60WLMCbEASInTH8iHDMu5g-WCdFCIySIVl7U66nUGHeOdePUe1HB7wP1l7W12UO1nTThcZdooHq-kQ-zYt2x6GywsWj5TcH4k5pUa6hm11OoDEjnHT-oHAqiXqal7eA9f6UtANthK2kYbCdoqDdcBVGxjgDSOjuXidflFlLO3uoJPjeJt9xJTJ49HBQ8mc_DHCcgegGcRyAsa3krGOGU_xjggNu9b1AE4LXUVmTM5w","e":"AQAB"},{"kty":"EC","use":"sig","kid":"ec-1","crv":"P-256","x":"_g7RvG0edcq2yJnYBkcgrZ6U-STf-ERwXdLWHOnRiGc","y":"oVS2Nc2eoDgxndID2AmMO5chd3vP9IS1CGvafNfP6KA"}]}';
