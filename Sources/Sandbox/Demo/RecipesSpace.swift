let spaceRecipes: [Recipe] = [
  Recipe(
    code: "OMGEVING", title: "Omgevingsvergunning aanvragen", subject: "Bouwen en wonen",
    goal: "Beslissen over een activiteit in de leefomgeving", asks: "Aanvragen", level: "openbaar", doorlooptijd: 56,
    servicenorm: 42, verlenging: 42, opschorting: true,
    statuses: ["Ingediend", "Ontvankelijk", "In advies", "Concept-beschikking", "Afgehandeld"],
    outcomes: [
      Recipe.outcome("Verleend", nil, "Omgevingsvergunning"), Recipe.outcome("Geweigerd", 10, "Omgevingsvergunning"),
      Recipe.outcome("Buiten behandeling", 5), Recipe.outcome("Ingetrokken", 1),
    ],
    properties: [
      Recipe.text("activiteit", "bouwen", "kappen", "monument wijzigen", "uitrit aanleggen"),
      Recipe.amount("bouwkosten", "18500", "240000", "7200", "64000"),
    ],
    documents: ["Aanvraag", "Ontvangstbevestiging", "Tekening", "Advies", "Besluit"],
    besluiten: ["Omgevingsvergunning", "Verdagingsbesluit"], forOrganisations: false,
    subjects: [
      "Plaatsen van een dakkapel, %@", "Uitbouw aan de achterzijde, %@", "Kappen van twee beuken, %@",
      "Verbouw van winkel tot woning, %@", "Aanleg van een uitrit, %@", "Nieuwbouw van een schuur, %@",
    ]),
  Recipe(
    code: "DUURZAAM", title: "Duurzaamheidssubsidie aanvragen", subject: "Duurzaamheid",
    goal: "Minder energie gebruiken in woningen en gebouwen", asks: "Aanvragen", level: "openbaar", doorlooptijd: 91,
    servicenorm: 56, verlenging: 28, opschorting: true,
    statuses: ["Aanvraag ontvangen", "Getoetst", "Beschikt", "Verantwoord"],
    outcomes: [
      Recipe.outcome("Verleend", 7, "Subsidiebeschikking"), Recipe.outcome("Afgewezen", 5, "Subsidiebeschikking"),
      Recipe.outcome("Ingetrokken", 1),
    ],
    properties: [
      Recipe.text("maatregel", "dakisolatie", "warmtepomp", "zonnepanelen", "groen dak"),
      Recipe.amount("gevraagd_bedrag", "1500", "4250", "12000", "800"),
    ],
    documents: ["Aanvraag", "Ontvangstbevestiging", "Offerte", "Besluit"], besluiten: ["Subsidiebeschikking"],
    forOrganisations: true,
    subjects: [
      "Subsidie dakisolatie, %@", "Subsidie warmtepomp voor verenigingsgebouw", "Zonnepanelen op dak van buurthuis, %@",
      "Subsidie groen dak, %@", "Energieadvies voor winkeliers aan de %@",
    ]),
  Recipe(
    code: "WONINGVOORRAAD", title: "Vergunning woningvoorraad", subject: "Wonen",
    goal: "Beslissen over onttrekken, samenvoegen of splitsen van woonruimte", asks: "Aanvragen",
    level: "beperkt_openbaar", doorlooptijd: 56, servicenorm: 42, verlenging: 42, opschorting: true,
    statuses: ["Ingediend", "Getoetst aan verordening", "In advies", "Afgehandeld"],
    outcomes: [
      Recipe.outcome("Verleend", nil, "Huisvestingsbesluit"), Recipe.outcome("Geweigerd", 10, "Huisvestingsbesluit"),
      Recipe.outcome("Ingetrokken", 1),
    ],
    properties: [
      Recipe.text("soort", "splitsing", "onttrekking", "omzetting naar kamers", "samenvoeging"),
      Recipe.amount("aantal_woningen", "2", "4", "1"),
    ],
    documents: ["Aanvraag", "Tekening", "Advies", "Besluit"], besluiten: ["Huisvestingsbesluit"],
    forOrganisations: true,
    subjects: [
      "Splitsen in twee appartementen, %@", "Omzetten naar kamergewijze verhuur, %@",
      "Onttrekken van een bovenwoning, %@", "Samenvoegen van twee woningen, %@",
    ]),
]
