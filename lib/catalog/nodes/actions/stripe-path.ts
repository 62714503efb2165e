/** What each kind of object's ids begin with, and where the API has them; the longer beginning first. */
const PLACES: readonly [prefix: string, place: string][] = [
  ["sub_sched_", "subscription_schedules"],
  ["acct_", "accounts"],
  ["ch_", "charges"],
  ["cn_", "credit_notes"],
  ["cs_", "checkout/sessions"],
  ["cus_", "customers"],
  ["dp_", "disputes"],
  ["du_", "disputes"],
  ["evt_", "events"],
  ["file_", "files"],
  ["ii_", "invoiceitems"],
  ["in_", "invoices"],
  ["pi_", "payment_intents"],
  ["plink_", "payment_links"],
  ["pm_", "payment_methods"],
  ["po_", "payouts"],
  ["price_", "prices"],
  ["prod_", "products"],
  ["promo_", "promotion_codes"],
  ["py_", "charges"],
  ["pyr_", "refunds"],
  ["qt_", "quotes"],
  ["re_", "refunds"],
  ["seti_", "setup_intents"],
  ["si_", "subscription_items"],
  ["sub_", "subscriptions"],
  ["tr_", "transfers"],
  ["txn_", "balance_transactions"],
  ["txr_", "tax_rates"],
];

/** Where Stripe's API has the object with this id; undefined for what is no id, or of a kind that is not looked up. */
export function stripePath(id: string): string | undefined {
  if (!/^\w{4,255}$/.test(id)) return undefined;
  const place = PLACES.find(([prefix]) => id.startsWith(prefix))?.[1];
  return place && `${place}/${id}`;
}
