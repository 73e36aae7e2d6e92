using System.Runtime.Versioning;

// Engines for the tests run on Linux; scripts stand in for some.
[assembly: UnsupportedOSPlatform("windows")]
