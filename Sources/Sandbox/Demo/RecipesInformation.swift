let informationRecipes: [Recipe] = [
  Recipe(
    code: "WOO", title: "Woo-verzoek behandelen", subject: "Openbaarheid van bestuur",
    goal: "Beslissen op een verzoek om publieke informatie", asks: "Verzoeken", level: "openbaar", doorlooptijd: 28,
    servicenorm: 21, verlenging: 14, opschorting: true,
    statuses: ["Ontvangen", "In behandeling", "Zienswijzen gevraagd", "Concept-besluit", "Afgehandeld"],
    outcomes: [
      Recipe.outcome("Openbaar", 5, "Woo-besluit"), Recipe.outcome("Deels openbaar", 5, "Woo-besluit"),
      Recipe.outcome("Niet openbaar", 5, "Woo-besluit"), Recipe.outcome("Ingetrokken", 1),
    ],
    properties: [
      Recipe.text("onderwerp_verzoek", "windmolens", "verkoop gemeentegrond", "mailverkeer college", "geluidmetingen"),
      Recipe.text("periode", "2023–2026", "vanaf 1 januari 2025", "2020 tot heden"),
    ],
    documents: ["Aanvraag", "Ontvangstbevestiging", "Inventarislijst", "Zienswijze", "Besluit"],
    besluiten: ["Woo-besluit", "Verdagingsbesluit"], forOrganisations: false,
    subjects: [
      "Woo-verzoek over de plannen met windmolens bij %@", "Verzoek om alle stukken over de verkoop van %@",
      "Woo-verzoek mailwisseling wethouder en ontwikkelaar", "Verzoek om inspectierapporten van sporthal De Kuil",
      "Woo-verzoek kosten van het nieuwe zwembad", "Verzoek om geluidmetingen langs de %@",
      "Woo-verzoek over de kap van de linden aan de %@",
    ]),
  Recipe(
    code: "BEZWAAR", title: "Bezwaarschrift behandelen", subject: "Rechtsbescherming",
    goal: "Een besluit op bezwaar nemen", asks: "Bezwaar maken", level: "zaakvertrouwelijk", doorlooptijd: 84,
    servicenorm: 70, verlenging: 42, opschorting: true,
    statuses: ["Ontvangen", "Ontvankelijkheid getoetst", "Hoorzitting gepland", "Advies commissie", "Afgehandeld"],
    outcomes: [
      Recipe.outcome("Gegrond", 10, "Besluit op bezwaar"), Recipe.outcome("Ongegrond", 10, "Besluit op bezwaar"),
      Recipe.outcome("Niet-ontvankelijk", 5, "Besluit op bezwaar"), Recipe.outcome("Ingetrokken", 5),
    ],
    properties: [
      Recipe.text("bestreden_besluit", "weigering kapvergunning", "WOZ-beschikking", "afwijzing Wmo-voorziening"),
      Recipe.text("commissie", "ja", "nee"),
    ],
    documents: ["Aanvraag", "Ontvangstbevestiging", "Verslag", "Advies", "Besluit"],
    besluiten: ["Besluit op bezwaar"], forOrganisations: false,
    subjects: [
      "Bezwaar tegen de weigering van een kapvergunning, %@", "Bezwaar tegen de afwijzing van een traplift",
      "Bezwaar tegen de omgevingsvergunning voor %@", "Bezwaar tegen de last onder dwangsom, %@",
      "Bezwaar tegen de hoogte van de bijstand", "Bezwaar tegen het verkeersbesluit op de %@",
    ]),
  Recipe(
    code: "INKOOP", title: "Inkoop en aanbesteding", subject: "Inkoop",
    goal: "Een opdracht verlenen na een zorgvuldige uitvraag", asks: "Opdracht vragen", level: "beperkt_openbaar",
    doorlooptijd: 182, servicenorm: 120, verlenging: nil, opschorting: false,
    statuses: ["Behoefte gesteld", "Uitvraag", "Beoordeling", "Voorlopige gunning", "Contract getekend"],
    outcomes: [
      Recipe.outcome("Gegund", 7, "Gunningsbesluit"), Recipe.outcome("Niet gegund", 7),
      Recipe.outcome("Procedure gestaakt", 5),
    ],
    properties: [
      Recipe.amount("geraamde_waarde", "48000", "215000", "96500", "1250000"),
      Recipe.text("procedure", "meervoudig onderhands", "Europees openbaar", "enkelvoudig"),
    ],
    documents: ["Aanvraag", "Offerte", "Advies", "Contract", "Besluit"], besluiten: ["Gunningsbesluit"],
    forOrganisations: true,
    subjects: [
      "Onderhoud van het openbaar groen 2027–2030", "Schoonmaak van het stadhuis en drie wijkgebouwen",
      "Levering van strooizout", "Inhuur van een projectleider riolering", "Vervanging van de telefooncentrale",
      "Leerlingenvervoer voor twee schooljaren", "Renovatie van brug %@",
    ]),
  Recipe(
    code: "ONDERMIJNING", title: "Melding ondermijning", subject: "Openbare orde",
    goal: "Een signaal van ondermijnende criminaliteit wegen en opvolgen", asks: "Melden", level: "confidentieel",
    doorlooptijd: 42, servicenorm: 14, verlenging: nil, opschorting: false,
    statuses: ["Melding ontvangen", "Signaal gewogen", "Onderzoek", "Overlegd met partners", "Afgesloten"],
    outcomes: [
      Recipe.outcome("Overgedragen", 5), Recipe.outcome("Bestuurlijke maatregel", 10, "Sluitingsbevel"),
      Recipe.outcome("Geen vervolg", 1),
    ],
    properties: [
      Recipe.text("soort_signaal", "leegstaand pand", "contante betalingen", "veel aanloop", "vreemde geur")
    ],
    documents: ["Aanvraag", "Notitie", "Rapport", "Besluit"], besluiten: ["Sluitingsbevel"], forOrganisations: false,
    subjects: [
      "Melding: vreemde geur en afgeplakte ramen, %@", "Melding: autobedrijf zonder klanten aan de %@",
      "Signaal over contante huurbetalingen, %@", "Melding: nachtelijke aanloop bij loods aan de %@",
    ]),
]
