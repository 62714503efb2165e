import { adyen } from "@/lib/catalog/sources/adyen";
import { azureDevops } from "@/lib/catalog/sources/azure-devops";
import { bitbucket } from "@/lib/catalog/sources/bitbucket";
import { bitbucketServer } from "@/lib/catalog/sources/bitbucket-server";
import { circleci } from "@/lib/catalog/sources/circleci";
import { coinbaseCommerce } from "@/lib/catalog/sources/coinbase-commerce";
import { dockerHub } from "@/lib/catalog/sources/docker-hub";
import { gitea } from "@/lib/catalog/sources/gitea";
import { gitlab } from "@/lib/catalog/sources/gitlab";
import { gocardless } from "@/lib/catalog/sources/gocardless";
import { jenkins } from "@/lib/catalog/sources/jenkins";
import { jira } from "@/lib/catalog/sources/jira";
import { linear } from "@/lib/catalog/sources/linear";
import { paddle } from "@/lib/catalog/sources/paddle";
import { paypal } from "@/lib/catalog/sources/paypal";
import { razorpay } from "@/lib/catalog/sources/razorpay";
import { sentry } from "@/lib/catalog/sources/sentry";
import { shopify } from "@/lib/catalog/sources/shopify";
import { square } from "@/lib/catalog/sources/square";
import { stripe } from "@/lib/catalog/sources/stripe";
import { vercel } from "@/lib/catalog/sources/vercel";
import { woocommerce } from "@/lib/catalog/sources/woocommerce";
import { xero } from "@/lib/catalog/sources/xero";

/** Code hosts and the tools around them; shops and the ways to pay in them. */
export const developersAndPayments = [
  gitlab,
  bitbucket,
  bitbucketServer,
  jira,
  gitea,
  circleci,
  sentry,
  vercel,
  linear,
  jenkins,
  azureDevops,
  dockerHub,
  stripe,
  shopify,
  woocommerce,
  paypal,
  square,
  paddle,
  adyen,
  gocardless,
  razorpay,
  coinbaseCommerce,
  xero,
] as const;
