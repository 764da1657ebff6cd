@echo off
rem Start script of @name@ for Windows. It needs the file @name@.jar or @name@ beside it.
rem JAVA_HOME: the Java to use, 17 or later. JAVA_OPTS, @PREFIX@_OPTS: JVM options; they take precedence.
setlocal DisableDelayedExpansion
set "jar=%~dp0@name@.jar"
if not exist "%jar%" set "jar=%~dp0@name@"
set "java=java.exe"
if not defined JAVA_HOME goto path
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto run
echo @name@: expected Java 17 or later in JAVA_HOME, found none. Set JAVA_HOME to the folder of a Java installation. >&2
exit /b 70
:path
where /q java.exe
if not errorlevel 1 goto run
echo @name@: expected Java 17 or later, found no java on the PATH. Install it, or set JAVA_HOME. >&2
exit /b 70
:run
set "collector=@collector@"
set "given= %JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% %JAVA_OPTS% %@PREFIX@_OPTS%"
rem A second collector would be an error.
set given | findstr /r /c:" -XX:+Use[A-Za-z0-9]*GC" >nul && set "collector="
"%java%" -XX:+IgnoreUnrecognizedVMOptions -Xlog:disable -XX:TieredStopAtLevel=1 -XX:-UsePerfData %collector% %JAVA_OPTS% %@PREFIX@_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
