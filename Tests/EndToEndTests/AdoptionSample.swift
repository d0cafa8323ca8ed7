/// A document with known faults, for the tests of what is switched off where.
enum AdoptionSample {
  /// One placeholder in the release, one word of hype in the solution and one in the internal FAQ.
  static let plan = """
    # PR/FAQ: Tidewatch

    ## Press release

    ### Tidewatch tells harbour pilots when the bar is safe

    **Whitby, England, 3 May 2027.** Tidewatch today opened for TBD harbour pilots.

    ### Solution

    Tidewatch is a seamless table of tides.

    ## External FAQ

    ### How much does it cost?

    Forty pounds a month.

    ## Internal FAQ

    ### How large is the demand?

    We have a seamless market of 412 pilots.

    """
}
