namespace CaseExtract.Text.Normalization;

/// <summary>
/// What a word of <c>rules/function-word.tsv</c> does in a sentence: small words that every text is held together by, and the verbs that its clauses turn on. Roles are as
/// fine as those who ask for them; the names at the end are of several together.
/// </summary>
[Flags]
internal enum FunctionWord : ulong
{
    /// <summary>Is no function word.</summary>
    None = 0,

    /// <summary>Names a thing for the first time: "[a] mass".</summary>
    Indefinite = 1UL << 0,

    /// <summary>Names a known thing: "[the] mass".</summary>
    Definite = 1UL << 1,

    /// <summary>Names a thing of the patient: "[her] pain".</summary>
    Possessive = 1UL << 2,

    /// <summary>Names a thing of a thing: "[its] margin".</summary>
    NeuterPossessive = 1UL << 3,

    /// <summary>Points at what was named: "[this] mass".</summary>
    Demonstrative = 1UL << 4,

    /// <summary>Stands for a person that acts: "[she] had".</summary>
    SubjectPronoun = 1UL << 5,

    /// <summary>Stands for a thing, be it subject or object.</summary>
    NeuterPronoun = 1UL << 6,

    /// <summary>Stands for several that something is done to: "declined [both]".</summary>
    ObjectPronoun = 1UL << 7,

    /// <summary>Goes on about the noun before it: "the mass, [which] grew".</summary>
    Relative = 1UL << 8,

    /// <summary>Opens what was said or seen, or a relative clause: "[that] he had".</summary>
    Complementizer = 1UL << 9,

    /// <summary>Joins and adds.</summary>
    Additive = 1UL << 10,

    /// <summary>Joins and leaves open: "no pain [or] fever".</summary>
    Alternative = 1UL << 11,

    /// <summary>Joins what is denied: "[nor] fever".</summary>
    NegativeAlternative = 1UL << 12,

    /// <summary>Joins and sets against.</summary>
    Adversative = 1UL << 13,

    /// <summary>Is a form of "be" that tells of the past.</summary>
    PastBe = 1UL << 14,

    /// <summary>Is a form of "be" that tells of the present.</summary>
    PresentBe = 1UL << 15,

    /// <summary>Is a form of "be" behind another verb: "had [been] seen".</summary>
    NonfiniteBe = 1UL << 16,

    /// <summary>Is a finite form of "have".</summary>
    Have = 1UL << 17,

    /// <summary>Is a finite form of "do".</summary>
    Do = 1UL << 18,

    /// <summary>Opens a verb that tells what may, shall or must be.</summary>
    Modal = 1UL << 19,

    /// <summary>Is a verb that a clause of a report turns on; those that stand as often for an adjective ("enlarged", "increased") are none.</summary>
    ClauseVerb = 1UL << 20,

    /// <summary>Denies a verb: "did [not]".</summary>
    VerbNegator = 1UL << 21,

    /// <summary>Denies a noun: "[no] fever".</summary>
    NegativeDeterminer = 1UL << 22,

    /// <summary>Denies what accompanies: "[without] fever".</summary>
    NegativePreposition = 1UL << 23,

    /// <summary>Denies of every one: "[neither] of them".</summary>
    NegativePronoun = 1UL << 24,

    /// <summary>Tells behind what: "[after] surgery", "[after] he fell".</summary>
    Posterior = 1UL << 25,

    /// <summary>Tells the same before a noun alone: "[following] surgery".</summary>
    PosteriorParticiple = 1UL << 26,

    /// <summary>Tells within what time: "[during] surgery".</summary>
    Simultaneous = 1UL << 27,

    /// <summary>Tells ahead of what: "[before] surgery".</summary>
    Anterior = 1UL << 28,

    /// <summary>Tells from when on, or why: "[since] March".</summary>
    Inceptive = 1UL << 29,

    /// <summary>Tells up to when: "[until] June".</summary>
    Limit = 1UL << 30,

    /// <summary>Tells upon what: "[once] the wound had healed".</summary>
    Completion = 1UL << 31,

    /// <summary>Opens a clause that tells when or where: "[when] he fell".</summary>
    Moment = 1UL << 32,

    /// <summary>Opens a clause that tells why: "[because] he fell".</summary>
    Cause = 1UL << 33,

    /// <summary>Opens a phrase that tells why: "[owing] to pain".</summary>
    CausePhrase = 1UL << 34,

    /// <summary>Opens a clause that what follows was not prevented by: "[although] he fell".</summary>
    Concession = 1UL << 35,

    /// <summary>Says the same before a noun: "[despite] pain".</summary>
    ConcessivePreposition = 1UL << 36,

    /// <summary>Opens a clause that is left open: "[whether] it was".</summary>
    Condition = 1UL << 37,

    /// <summary>Makes one thing another, or opens a clause of time or cause: "[as] he fell".</summary>
    Equative = 1UL << 38,

    /// <summary>Opens a phrase with what is known: "[given] the pain".</summary>
    Premise = 1UL << 39,

    /// <summary>Opens, at the head of a sentence, a phrase that ends at a comma: "[Unlike] the mass, …".</summary>
    Opening = 1UL << 40,

    /// <summary>Tells in what.</summary>
    Interior = 1UL << 41,

    /// <summary>Tells on what.</summary>
    Surface = 1UL << 42,

    /// <summary>Tells at what.</summary>
    Point = 1UL << 43,

    /// <summary>Tells between which bounds, of place or time: "[within] the mass".</summary>
    Inside = 1UL << 44,

    /// <summary>Tells on which side of what: "[below] the mass".</summary>
    Vicinity = 1UL << 45,

    /// <summary>Tells over all of what: "[throughout] the lung".</summary>
    Extent = 1UL << 46,

    /// <summary>Tells across what, of place or time: "[over] weeks".</summary>
    Span = 1UL << 47,

    /// <summary>Tells at what event: "[upon] admission".</summary>
    Contact = 1UL << 48,

    /// <summary>Tells subject to what: "[under] treatment".</summary>
    Influence = 1UL << 49,

    /// <summary>Tells in whose company, or by what means: "[with] fever".</summary>
    Comitative = 1UL << 50,

    /// <summary>Tells by whom or what.</summary>
    Agentive = 1UL << 51,

    /// <summary>Tells to what, or opens an infinitive.</summary>
    Directive = 1UL << 52,

    /// <summary>Tells from what.</summary>
    Source = 1UL << 53,

    /// <summary>Tells for what.</summary>
    Purpose = 1UL << 54,

    /// <summary>Tells of what.</summary>
    Genitive = 1UL << 55,

    /// <summary>Tells about what: "[regarding] the mass".</summary>
    Topic = 1UL << 56,

    /// <summary>Tells what is among it: "[including] the lung".</summary>
    Inclusion = 1UL << 57,

    /// <summary>Is a participle that relates one thing to another: "[causing] the pain".</summary>
    Relating = 1UL << 58,

    /// <summary>Ties a clause or a verb to what was told before: "and [then]".</summary>
    ConnectiveAdverb = 1UL << 59,

    /// <summary>Is another small adverb that is no subject: "and [later] stopped".</summary>
    LightAdverb = 1UL << 60,

    /// <summary>Tells what is left out: "[except] for aspirin".</summary>
    Exceptive = 1UL << 61,

    /// <summary>Calls a thing one of before: "the [previous] operation".</summary>
    PriorAdjective = 1UL << 62,

    /// <summary>Is an article.</summary>
    Article = Indefinite | Definite,

    /// <summary>Opens a noun phrase of what is known: "the", "her", "this".</summary>
    KnownDeterminer = Definite | Possessive | Demonstrative,

    /// <summary>Joins two of a kind.</summary>
    Coordinator = Additive | Alternative | Adversative,

    /// <summary>Is a finite form of "be".</summary>
    Copula = PastBe | PresentBe,

    /// <summary>Opens a relative clause.</summary>
    RelativePronoun = Relative | Complementizer,

    /// <summary>Tells where, of place or time: "in", "on", "at".</summary>
    Locative = Interior | Surface | Point,

    /// <summary>Tells on which occasion, or in spite of what, something was so.</summary>
    Occasion = Posterior | PosteriorParticiple | Simultaneous | Inceptive | ConcessivePreposition,
}
