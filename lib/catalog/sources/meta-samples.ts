const metadata = { display_phone_number: "447700900100", phone_number_id: "710000000000071" };

/** What Meta sends, with the fields that people use. */
export const metaSamples = [
  {
    name: "A WhatsApp message",
    eventType: "whatsapp_business_account.messages",
    headers: {},
    body: {
      object: "whatsapp_business_account",
      entry: [
        {
          id: "710000000000900",
          changes: [
            {
              field: "messages",
              value: {
                messaging_product: "whatsapp",
                metadata,
                contacts: [{ profile: { name: "Ines Costa" }, wa_id: "447700900123" }],
                messages: [
                  {
                    from: "447700900123",
                    id: "wamid.TEFNUDAwMDE",
                    timestamp: "1772616600",
                    type: "text",
                    text: { body: "When will my lamp arrive?" },
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  },
  {
    name: "A WhatsApp message that was read",
    eventType: "whatsapp_business_account.messages",
    headers: {},
    body: {
      object: "whatsapp_business_account",
      entry: [
        {
          id: "710000000000900",
          changes: [
            {
              field: "messages",
              value: {
                messaging_product: "whatsapp",
                metadata,
                statuses: [
                  { id: "wamid.TEFNUDAwMDI", status: "read", timestamp: "1772616660", recipient_id: "447700900123" },
                ],
              },
            },
          ],
        },
      ],
    },
  },
  {
    name: "A message to a page",
    eventType: "page",
    headers: {},
    body: {
      object: "page",
      entry: [
        {
          id: "710000000000512",
          time: 1772616600219,
          messaging: [
            {
              sender: { id: "7100000000001301" },
              recipient: { id: "710000000000512" },
              timestamp: 1772616600000,
              message: { mid: "m_lamp0001", text: "Do you repair lamps?" },
            },
          ],
        },
      ],
    },
  },
];
