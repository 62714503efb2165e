import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { Toaster } from "@/components/ui/toaster";
import { NONCE_HEADER } from "@/lib/platform/security-headers";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Doorbell", template: "%s · Doorbell" },
  description: "Draw what should happen when somebody rings.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f5ef" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1220" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Read here, on the server, so that the chosen theme needs no script before the first paint.
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get(NONCE_HEADER);
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      {...(theme === "system" ? {} : { "data-theme": theme })}
    >
      <head>
        {/* React Aria adds a style element, and looks here for what the page's policy asks of it. */}
        {nonce ? <meta property="csp-nonce" nonce={nonce} /> : null}
      </head>
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
