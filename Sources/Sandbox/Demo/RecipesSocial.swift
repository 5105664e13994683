let socialRecipes: [Recipe] = [
  Recipe(
    code: "WMO", title: "Wmo-voorziening aanvragen", subject: "Maatschappelijke ondersteuning",
    goal: "Zelfstandig kunnen wonen en meedoen", asks: "Aanvragen", level: "vertrouwelijk", doorlooptijd: 56,
    servicenorm: 42, verlenging: 14, opschorting: true,
    statuses: ["Melding ontvangen", "Gesprek gevoerd", "Onderzoeksverslag", "Beschikking opgesteld", "Afgehandeld"],
    outcomes: [
      Recipe.outcome("Toegekend", 15, "Wmo-beschikking"),
      Recipe.outcome("Gedeeltelijk toegekend", 15, "Wmo-beschikking"),
      Recipe.outcome("Afgewezen", 10, "Wmo-beschikking"), Recipe.outcome("Ingetrokken", 1),
    ],
    properties: [
      Recipe.text("voorziening", "traplift", "scootmobiel", "huishoudelijke hulp", "begeleiding"),
      Recipe.text("vorm", "in natura", "persoonsgebonden budget"),
    ],
    documents: ["Aanvraag", "Ontvangstbevestiging", "Verslag", "Advies", "Besluit"], besluiten: ["Wmo-beschikking"],
    forOrganisations: false,
    subjects: [
      "Wmo: traplift voor %@", "Wmo: huishoudelijke hulp voor %@", "Wmo: scootmobiel voor %@",
      "Wmo: begeleiding bij zelfstandig wonen, %@", "Wmo: aanpassing badkamer voor %@",
    ]),
  Recipe(
    code: "JEUGD", title: "Jeugdhulp aanvragen", subject: "Jeugdhulp",
    goal: "Passende hulp voor een kind en het gezin", asks: "Aanvragen", level: "vertrouwelijk", doorlooptijd: 56,
    servicenorm: 28, verlenging: nil, opschorting: true,
    statuses: ["Aanmelding", "Vraagverheldering", "Plan opgesteld", "Beschikking opgesteld", "Afgehandeld"],
    outcomes: [
      Recipe.outcome("Toegekend", 20, "Jeugdhulpbeschikking"), Recipe.outcome("Afgewezen", 20, "Jeugdhulpbeschikking"),
      Recipe.outcome("Doorverwezen", 20),
    ],
    properties: [Recipe.text("soort_hulp", "ambulante begeleiding", "dyslexiezorg", "dagbesteding", "pleegzorg")],
    documents: ["Aanvraag", "Ontvangstbevestiging", "Verslag", "Besluit"], besluiten: ["Jeugdhulpbeschikking"],
    forOrganisations: false,
    subjects: [
      "Jeugdhulp: ambulante begeleiding gezin %@", "Jeugdhulp: dyslexiezorg voor kind van %@",
      "Jeugdhulp: dagbesteding na school, %@", "Jeugdhulp: verlenging van begeleiding, %@",
    ]),
  Recipe(
    code: "PARTICIPATIE", title: "Uitkering Participatiewet aanvragen", subject: "Werk en inkomen",
    goal: "Inkomen en hulp bij het vinden van werk", asks: "Aanvragen", level: "vertrouwelijk", doorlooptijd: 56,
    servicenorm: 28, verlenging: 28, opschorting: true,
    statuses: ["Aanvraag ontvangen", "Gegevens gecontroleerd", "Gesprek gevoerd", "Afgehandeld"],
    outcomes: [
      Recipe.outcome("Toegekend", 10, "Beschikking uitkering"), Recipe.outcome("Afgewezen", 5, "Beschikking uitkering"),
      Recipe.outcome("Buiten behandeling", 5, "Beschikking uitkering"),
    ],
    properties: [
      Recipe.text("leefvorm", "alleenstaand", "gehuwd", "alleenstaande ouder"),
      Recipe.amount("voorschot", "0", "850", "1200"),
    ],
    documents: ["Aanvraag", "Ontvangstbevestiging", "Brief uitgaand", "Rapport", "Besluit"],
    besluiten: ["Beschikking uitkering"], forOrganisations: false,
    subjects: [
      "Bijstandsaanvraag %@", "Aanvraag bijzondere bijstand voor inrichting, %@", "Bijstand voor zelfstandige, %@",
      "Aanvraag individuele inkomenstoeslag %@",
    ]),
  Recipe(
    code: "INBURGERING", title: "Inburgeringstraject", subject: "Inburgering",
    goal: "Een plan waarmee een nieuwe inwoner kan inburgeren", asks: "Aanmelden", level: "zaakvertrouwelijk",
    doorlooptijd: 70, servicenorm: 56, verlenging: nil, opschorting: false,
    statuses: ["Aangemeld", "Brede intake", "Leerbaarheidstoets", "Plan vastgesteld"],
    outcomes: [Recipe.outcome("Plan vastgesteld", 10, "Beschikking PIP"), Recipe.outcome("Verhuisd", 1)],
    properties: [Recipe.text("leerroute", "B1-route", "onderwijsroute", "Z-route")],
    documents: ["Aanvraag", "Verslag", "Brief uitgaand", "Besluit"], besluiten: ["Beschikking PIP"],
    forOrganisations: false,
    subjects: [
      "Inburgering: brede intake %@", "Plan inburgering en participatie %@", "Inburgering: wijziging leerroute %@",
    ]),
]
