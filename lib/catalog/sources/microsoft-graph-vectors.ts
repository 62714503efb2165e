import type { Vector } from "@/lib/catalog/sources/define-source";

const secrets = ["graph state"];
const options = { appId: "8e46aaaa-0000-4b1e-8790-ee0fb5d60001" };

/** In the place of Microsoft's, whose private half nobody has any more. */
const keys = {
  "https://login.microsoftonline.com/common/discovery/v2.0/keys":
    '{"keys":[{"kty":"RSA","use":"sig","kid":"graph-1","n":"qJIl37VpQE9UeqoU1SlHUzB4BtuRYidQfhe29WszjROpGstJi2jFm9sUVymzqp9auspflkZpqn9_gvzxWq_5Q2uc7IbxL6wHQYQjprJA5zm53e_-V54fzUMPvM5_orWfZuxKHqbrl4K5XUPUN47wOPp8DG3yHSltnX5081rHvjMI_PYLvj2DXAMGGEq1rYaEmpanqPJM2RshGXlE7P3mlyCyiwR6O78HlD6r7vBr0AqhqGkYIk_oSGzbn5tSvaBKXGMXEIy6eVxpSHogdkcCK41gyC_pTqlmBZ118HjotipSe8ShGdG74zmJM_Uw5cLgiENT8s4VFD0sxHm3vuNSfw","e":"AQAB"}]}',
};

/** Notifications that carry data, with tokens that another implementation signed. */
export const microsoftGraphVectors: readonly Vector[] = [
  {
    name: "a token for our application",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}],"validationTokens":["eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.UeU-R82R1AMuoX0J1wOctOA7D7bRYjPKamdXQD5ay1uu1ux_KqLCVuNaKOlBhh_hXebGrtKwHImZ0J16WLNT0gX1c3BKx0vahIOOPtFPlSDnTZfLrxTGiLNvFODLMlY1MzPBcdImuj48bBqzmcIsJeSj1BNtsJE_gve-LjyzQPdyHS4Ci7VneRG_HYvir6tf9waIU3krmf1OKK8T63VmwnHZ8ieYaHCWYGRvWlIuye-2eQrg9uHRUb0lRNKX_hrdLhph4qjFSEXbN0mRgetN4kI86ZryiLVGSqeRIRV6o7Xa7vSTkYu9RcW8smYBlQ5GEeYeqXhnlsKfMfY6L_X0Ww"]}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "tokens of both versions",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}],"validationTokens":["eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.UeU-R82R1AMuoX0J1wOctOA7D7bRYjPKamdXQD5ay1uu1ux_KqLCVuNaKOlBhh_hXebGrtKwHImZ0J16WLNT0gX1c3BKx0vahIOOPtFPlSDnTZfLrxTGiLNvFODLMlY1MzPBcdImuj48bBqzmcIsJeSj1BNtsJE_gve-LjyzQPdyHS4Ci7VneRG_HYvir6tf9waIU3krmf1OKK8T63VmwnHZ8ieYaHCWYGRvWlIuye-2eQrg9uHRUb0lRNKX_hrdLhph4qjFSEXbN0mRgetN4kI86ZryiLVGSqeRIRV6o7Xa7vSTkYu9RcW8smYBlQ5GEeYeqXhnlsKfMfY6L_X0Ww","eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL2xvZ2luLm1pY3Jvc29mdG9ubGluZS5jb20vMTExMTIyMjItMzMzMy00NDQ0LTg1NTUtNjY2Njc3Nzc4ODg4L3YyLjAiLCJpYXQiOjE3NzI2MTQ4MDAsIm5iZiI6MTc3MjYxNDgwMCwiZXhwIjoxNzcyNjQzMDYyLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIyLjAiLCJhenAiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYifQ.DPMb97cG3ttQVDpdXovAEaa2dLdbFf8dbNogPHDaqnrdVQD9-RRfoASeGPW-zDFKm1q9OMBrgl2tU4NIMcSHDTAet_Zqo8nuSXscqTL5xKVRYyDm61CiGbX-x8Zj2yXf-nGgsS6K_zeddJgmUSZlF1rYmyTogx6bi-5ZSQoUVnXaN0AwCzOK2DPS0QIIfqf7gvKn8zCajKMvKEpoJ_2LwCYOP105E_lkgx9ExGZZHdthi7Yq-_7hjszKSx1pJ66nLjKj_NxivhRcxKTcwfrnSdcxWYG_08zsBKU8J42vZfxdfLTF3JD1Mt_N92d81cmA4Y-aLhNR83Sa0LQJyi5MjA"]}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
  {
    name: "the right token beside one for another application",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}],"validationTokens":["eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.UeU-R82R1AMuoX0J1wOctOA7D7bRYjPKamdXQD5ay1uu1ux_KqLCVuNaKOlBhh_hXebGrtKwHImZ0J16WLNT0gX1c3BKx0vahIOOPtFPlSDnTZfLrxTGiLNvFODLMlY1MzPBcdImuj48bBqzmcIsJeSj1BNtsJE_gve-LjyzQPdyHS4Ci7VneRG_HYvir6tf9waIU3krmf1OKK8T63VmwnHZ8ieYaHCWYGRvWlIuye-2eQrg9uHRUb0lRNKX_hrdLhph4qjFSEXbN0mRgetN4kI86ZryiLVGSqeRIRV6o7Xa7vSTkYu9RcW8smYBlQ5GEeYeqXhnlsKfMfY6L_X0Ww","eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDIiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.HaBB6iEMD93w2yOWIiakwBWSypPTfjiBuYpN78l_ZaDiKoqRBA5hzyfOXJuc2IMFlt07JlYqJn6-K-7u533P7kgbxENBzIlKVlfWkQ0u1wPE1OuknxtHwaV4fNoiILvGZbnzfkZUJldhyLQcT0BTM8G57uBttj_A-G8__ti237oDXAQKYxGs28vxWHwgMBaSyUhv-aKXp9BloruCtzI_M3MG83fqkRT7FqXGATfetuOzjNIkJ8bJkaJCKPRLyWHmzVu09AKVsero-a81CIASp02PopTkTJ2hfhdqMnkMOMejA93MQOY2SNRwMciZWfEhieadZOTech48cgugE-scdQ"]}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token that another application asked for",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}],"validationTokens":["eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDMiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.GdHC2eoE3g0MuosZtaynVyTlNh9sCYsbuqR2UnLjfX7ltR1OxdRsj1FDkDJwX3ChtnW-k6wLAQ20L4NlYK0XhXVbuXy_EiXxZgBrrVlHNKShw5oh95iAhE6TsIWC1ij68n4l-W5SVu0I2lbL4nMH683129kNFmFbxRjGbUeoYdFQzVknhd44Tl16fuz6sMnQvY9nQ4wgJQuIMuQjxOKad3ffXjg2dPX3eIDeXKSgnJYK-gtit9Pp-MZIURb2b7i-TXmKfbPewWm98-ZKo_DEKxye87OYSgHQSgIxLQWS8jsEMwxQPSBPKYupoFgo5ty5QW1oXd7zVn4mEZUOWOMEtg"]}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token of another tenant than the notification's",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}],"validationTokens":["eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC85OTk5MjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.I-GQ99MncqGc76M6RZFBKIua-3PQEW8qsR4XvNfuQo3h3D-CsyyT0UWZbh5aqfgOt9nKE7mTvvVb8SdjGZCwkklHW-GxYF0Et-efJrHHRpDfxX2wRjzX-Zppscrcndxtv2BBZzo_RR1o_SKKv18DFerGXIYwg2d3rOwkwvVKs4oPcEJjTzHhR47DdN5Q38yrNWtvzJ0UdxK1dV4WAdg_LC8-Tq0x1FTJSHf40cMyKoRviCvSrYbqUSbMAooK43naMyvJ61u9GwcirmvbWqgDZZBf5WB1dsAoAVOWnAHzJNVCykHLghhaTfYbpfK_9eJ7ROGKhYpckA-GDdFLhnHvUw"]}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token signed with another key",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}],"validationTokens":["eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.LRpIijYtXImNMWZ8rnMhMxRyOvjvdcCe-QRnxJkDc5Yw4L5_5BxHLsJMoMVBBi-iw3bLBycQn1Pxl_W5q5LzIZvV_cMgTORKjan_pQp3SU91Lyq_0isDBzHqeRxQIv3xQx0g4OAi0fMJ4sMKiIrXOWJJd83pyOzdX5Xa757uDKNfXkv0FVOAGt4Gtpa146qPVd-lsgeLWFBD91nVTtp1Fb3y0MlAYXKKFPBzFqVzIVuuJvgIEhBOniR98k56iz0YoWgG78feHeAn8DQorzQ51tj9VSCsE0x7iu8C7jywqu50tNeZvQqbxuKNnoQDqHA_X2E3iEdRnMm1sY_cxamsRg"]}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "a token that has expired",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}],"validationTokens":["eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.UeU-R82R1AMuoX0J1wOctOA7D7bRYjPKamdXQD5ay1uu1ux_KqLCVuNaKOlBhh_hXebGrtKwHImZ0J16WLNT0gX1c3BKx0vahIOOPtFPlSDnTZfLrxTGiLNvFODLMlY1MzPBcdImuj48bBqzmcIsJeSj1BNtsJE_gve-LjyzQPdyHS4Ci7VneRG_HYvir6tf9waIU3krmf1OKK8T63VmwnHZ8ieYaHCWYGRvWlIuye-2eQrg9uHRUb0lRNKX_hrdLhph4qjFSEXbN0mRgetN4kI86ZryiLVGSqeRIRV6o7Xa7vSTkYu9RcW8smYBlQ5GEeYeqXhnlsKfMfY6L_X0Ww"]}',
    nowSeconds: 1772644800,
    expect: "reject",
  },
  {
    name: "a token, and another client state",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"other","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}],"validationTokens":["eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6ImdyYXBoLTEifQ.eyJhdWQiOiI4ZTQ2YWFhYS0wMDAwLTRiMWUtODc5MC1lZTBmYjVkNjAwMDEiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgvIiwiaWF0IjoxNzcyNjE0ODAwLCJuYmYiOjE3NzI2MTQ4MDAsImV4cCI6MTc3MjY0MzA2MiwiYXBwaWQiOiIwYmYzMGYzYi00YTUyLTQ4ZGYtOWE4Mi0yMzQ5MTBjNGEwODYiLCJ0aWQiOiIxMTExMjIyMi0zMzMzLTQ0NDQtODU1NS02NjY2Nzc3Nzg4ODgiLCJ2ZXIiOiIxLjAifQ.UeU-R82R1AMuoX0J1wOctOA7D7bRYjPKamdXQD5ay1uu1ux_KqLCVuNaKOlBhh_hXebGrtKwHImZ0J16WLNT0gX1c3BKx0vahIOOPtFPlSDnTZfLrxTGiLNvFODLMlY1MzPBcdImuj48bBqzmcIsJeSj1BNtsJE_gve-LjyzQPdyHS4Ci7VneRG_HYvir6tf9waIU3krmf1OKK8T63VmwnHZ8ieYaHCWYGRvWlIuye-2eQrg9uHRUb0lRNKX_hrdLhph4qjFSEXbN0mRgetN4kI86ZryiLVGSqeRIRV6o7Xa7vSTkYu9RcW8smYBlQ5GEeYeqXhnlsKfMfY6L_X0Ww"]}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "data without a token",
    secrets,
    options,
    keys,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}]}',
    nowSeconds: 1772614805,
    expect: "reject",
  },
  {
    name: "data without a token, where no application is given",
    secrets,
    headers: {},
    body: '{"value":[{"changeType":"created","clientState":"graph state","tenantId":"11112222-3333-4444-8555-666677778888","encryptedContent":{"data":"bGFtcA=="}}]}',
    nowSeconds: 1772614805,
    expect: "accept",
  },
];
